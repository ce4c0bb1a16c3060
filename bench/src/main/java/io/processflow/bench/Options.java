package io.processflow.bench;

import io.processflow.bench.targets.Settings;
import io.processflow.bench.targets.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked for on the command line.
 *
 * @param write whether the report goes into the documentation, too
 */
record Options(Set<String> targets, Settings settings, boolean write, Path report) {

    static final String USAGE = """
            usage: ./processflow bench [options]        measure all targets and write docs/performance.md
                   ./processflow bench --list           tell the targets
                   ./processflow bench jmh [arguments]  run the micro-benchmarks of the engine alone, with JMH's own arguments

              --only P1,P3     only these targets; the other sections of the report stay as they are
              --quick          short turns and small tables: says whether everything works, its figures are rough; writes no report
              --seconds N      length of a turn (5)
              --rounds N       how often everybody has a turn (3)
              --warm-up N      seconds of warm-up for each contender and workload (10)
              --instances N    completed instances in the tables for P5 (1000000)
              --tasks N        open tasks for P6 (1000000)
              --grid           measure every contender at 1, 8 and 32 clients
              --no-report      print only
            """;

    static Options parse(List<String> arguments) {
        Settings settings = arguments.contains("--quick") ? Settings.quickly() : Settings.full();
        Set<String> targets = new TreeSet<>(Targets.all().keySet());
        boolean write = !settings.quick();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--quick" -> {}
                case "--no-report" -> write = false;
                case "--grid" -> settings = settings.withGrid();
                case "--only" -> targets = targets(value(option, left));
                case "--seconds" -> settings = settings.withRound(Duration.ofSeconds(number(option, left)));
                case "--rounds" -> settings = settings.withRounds(number(option, left));
                case "--warm-up" -> settings = settings.withWarmUp(Duration.ofSeconds(number(option, left)));
                case "--instances" -> settings = settings.withManyInstances(number(option, left));
                case "--tasks" -> settings = settings.withManyTasks(number(option, left));
                default -> throw new IllegalArgumentException("bench does not know " + option);
            }
        }
        return new Options(targets, settings, write, Path.of("docs", "performance.md"));
    }

    private static Set<String> targets(String list) {
        Set<String> wanted = new TreeSet<>(
                Arrays.asList(list.toUpperCase(java.util.Locale.ROOT).split(",")));
        if (!Targets.all().keySet().containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "--only needs some of " + new TreeSet<>(Targets.all().keySet()));
        }
        return wanted;
    }

    private static int number(String option, Deque<String> left) {
        String text = value(option, left);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(option + " needs a number, but got " + text);
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.pop();
    }
}
