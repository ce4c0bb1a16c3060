package io.processflow.server.activity;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** When a call that failed is tried again: after 5 s, 30 s, 5 min, 30 min and 2 h, each ± 20 %. */
final class RetrySchedule {

    static final int USUAL_TRIES = 5;

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));
    private static final double SPREAD = 0.2;

    private RetrySchedule() {}

    /** @param attempt the number of the attempt that failed, from 1 on; beyond the list the last wait counts */
    static Duration after(int attempt, RandomGenerator random) {
        Duration wait = WAITS.get(Math.min(attempt, WAITS.size()) - 1);
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
