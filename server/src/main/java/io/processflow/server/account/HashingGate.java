package io.processflow.server.account;

import io.processflow.server.platform.Rejection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only as many requests hash passwords at once as the machine can bear, and only so many wait: a flood of sign-ins
 * must not stop the work of those who are signed in.
 */
final class HashingGate {

    private static final int PER_CORE = 2;
    private static final int QUEUE = 50;
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Semaphore working;
    private final Semaphore admitted;

    HashingGate(int cores) {
        working = new Semaphore(PER_CORE * cores, true);
        admitted = new Semaphore(PER_CORE * cores + QUEUE);
    }

    /** @throws Rejection 429 when too many wait already */
    <T extends @Nullable Object> T pass(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw Rejection.tooManyRequests("The server is busy with sign-ins.", COME_BACK);
        }
        try {
            working.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                working.release();
            }
        } finally {
            admitted.release();
        }
    }
}
