package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.engine.RandomPair.Memory;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The engine against the reference on models and runs made by chance. {@code -Dseed=N} plays the one pair that a failure
 * names, {@code -Dpairs=N} another number of them.
 */
class RandomModelsTest {

    private static final long FIRST_SEED = 20_261_122_000_000L;

    @Test
    void engineAndReferenceAgreeAfterEveryCommand() {
        Tally tally = new Tally();
        if (Long.getLong("seed") != null) {
            play(Long.getLong("seed"), Memory.KEPT, tally, UnaryOperator.identity());
            play(Long.getLong("seed"), Memory.READ_BACK, tally, UnaryOperator.identity());
            System.out.println("seed " + Long.getLong("seed") + ": " + tally);
            return;
        }
        int pairs = Integer.getInteger("pairs", 300);
        for (int i = 0; i < pairs; i++) {
            play(FIRST_SEED + i, Memory.KEPT, tally, UnaryOperator.identity());
        }
        assertThat(tally.of("runs")).isEqualTo(pairs);
        if (pairs >= 300) {
            report(tally);
        }
    }

    @Test
    void aRestartAfterEveryCommandChangesNothing() {
        Tally tally = new Tally();
        int pairs = Math.min(30, Integer.getInteger("pairs", 30));
        for (int i = 0; i < pairs; i++) {
            play(FIRST_SEED + i, Memory.READ_BACK, tally, UnaryOperator.identity());
        }
        assertThat(tally.of("runs")).isEqualTo(pairs);
    }

    @Test
    @Tag("nightly")
    void theyAgreeOnTenThousandNewPairs() {
        long seed = System.currentTimeMillis() * 100_000;
        Tally tally = new Tally();
        for (int i = 0; i < 10_000; i++) {
            play(seed + i, i < 1_000 ? Memory.READ_BACK : Memory.KEPT, tally, UnaryOperator.identity());
        }
        assertThat(tally.of("runs")).isEqualTo(10_000);
        report(tally);
    }

    @Test
    void aSeedMakesTheSamePairAgain() {
        RandomPair one = new RandomPair(42, Memory.KEPT);
        RandomPair again = new RandomPair(42, Memory.KEPT);
        one.play(new Tally(), UnaryOperator.identity());
        again.play(new Tally(), UnaryOperator.identity());

        assertThat(again.graph.nodes()).isEqualTo(one.graph.nodes());
        assertThat(again.log()).isNotEmpty().isEqualTo(one.log());
    }

    @Test
    void aDifferenceIsReportedWithTheCommandThatReplaysIt() {
        UnaryOperator<Command> lateByAnHour = command -> command instanceof Command.Start start
                ? new Command.Start(Actor.INSTALLATION, start.at(), start.inputs())
                : command;

        assertThatThrownBy(() -> {
                    for (long seed = 1; seed < 50; seed++) {
                        play(seed, Memory.KEPT, new Tally(), lateByAnHour);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed \\d+ \\(mvn -pl engine test -Dtest=RandomModelsTest -Dseed=\\d+\\): .*");
    }

    private static void play(long seed, Memory memory, Tally tally, UnaryOperator<Command> bent) {
        try {
            new RandomPair(seed, memory).play(tally, bent);
        } catch (AssertionError | RuntimeException difference) {
            throw new AssertionError(
                    "seed " + seed + " (mvn -pl engine test -Dtest=RandomModelsTest -Dseed=" + seed + "): "
                            + difference.getMessage(),
                    difference);
        }
    }

    private static void report(Tally tally) {
        System.out.println("Random models: " + tally);
        tally.coversEverything();
    }
}
