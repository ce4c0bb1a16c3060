package io.processflow.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Rounds<String> rounds = new Rounds<>();

    @Test
    void ratiosAreMadeWithinARoundBeforeTheMedianIsTaken() {
        measured("ours", 100, 40, 90);
        measured("theirs", 50, 10, 30);

        assertThat(rounds.ratio("ours", "theirs", Measurement::perSecond)).isCloseTo(3, within(1e-9));
    }

    @Test
    void theBestOfSeveralIsTheBestOfTheSameRound() {
        measured("ours", 100, 100, 100);
        measured("one", 50, 10, 20);
        measured("other", 10, 50, 25);

        assertThat(rounds.ratioToBest("ours", List.of("one", "other"), Measurement::perSecond))
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void whatWasNotMeasuredHasNoMedian() {
        assertThatThrownBy(() -> rounds.median("nobody", Measurement::perSecond))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEvenNumberOfFiguresHasItsMedianBetweenTheMiddleTwo() {
        assertThat(Rounds.median(4, 1, 3, 100)).isEqualTo(3.5);
    }

    @Test
    void aQuantileIsTheDurationThatTheShareIsNotLongerThan() {
        Latencies latencies = new Latencies();
        for (int i = 100; i > 0; i--) {
            latencies.add(i);
        }
        long[] sorted = Latencies.sorted(List.of(latencies));

        assertThat(Latencies.quantile(sorted, 0.5)).isEqualTo(51);
        assertThat(Latencies.quantile(sorted, 0.99)).isEqualTo(100);
    }

    private void measured(String who, long... instancesPerSecond) {
        for (long instances : instancesPerSecond) {
            rounds.add(who, new Measurement(instances, 1_000_000_000, 0, 0, 0, 0, 0, 0));
        }
    }
}
