package io.processflow.server.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** Waits for what happens in the background: looks again and again, up to a minute. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Supplier<?> actual;

    private Eventually(Supplier<?> actual) {
        this.actual = actual;
    }

    public static Eventually assertThat(Supplier<?> actual) {
        return new Eventually(actual);
    }

    public void isEqualTo(Object expected) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!expected.equals(actual.get()) && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        Assertions.assertThat((Object) actual.get()).isEqualTo(expected);
    }
}
