package io.processflow.bench.targets;

import java.time.Duration;

/**
 * How long and how much is measured.
 *
 * @param round length of one turn of one contender
 * @param rounds how often everybody has a turn
 * @param warmUp for each contender and workload, before the first round
 * @param manyInstances completed ones in the tables, to measure growth
 * @param manyTasks open ones in the tables, to measure the worklist
 * @param grid whether everything is measured at 1, 8 and 32 clients, and not only what a target needs
 */
public record Settings(
        Duration round, int rounds, Duration warmUp, int manyInstances, int manyTasks, boolean quick, boolean grid) {

    public static Settings full() {
        return new Settings(Duration.ofSeconds(5), 3, Duration.ofSeconds(10), 1_000_000, 1_000_000, false, false);
    }

    /** Says whether everything works; its figures are rough. */
    public static Settings quickly() {
        return new Settings(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 20_000, 20_000, true, false);
    }

    public Settings withRound(Duration wanted) {
        return new Settings(wanted, rounds, warmUp, manyInstances, manyTasks, quick, grid);
    }

    public Settings withRounds(int wanted) {
        return new Settings(round, wanted, warmUp, manyInstances, manyTasks, quick, grid);
    }

    public Settings withWarmUp(Duration wanted) {
        return new Settings(round, rounds, wanted, manyInstances, manyTasks, quick, grid);
    }

    public Settings withManyInstances(int wanted) {
        return new Settings(round, rounds, warmUp, wanted, manyTasks, quick, grid);
    }

    public Settings withManyTasks(int wanted) {
        return new Settings(round, rounds, warmUp, manyInstances, wanted, quick, grid);
    }

    public Settings withGrid() {
        return new Settings(round, rounds, warmUp, manyInstances, manyTasks, quick, true);
    }
}
