package io.processflow.server.account;

import io.processflow.server.platform.Rejection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only as many password hashes be computed at once as the machine can bear, and only so many wait: a flood of sign-ins
 * must not stop the work of those who are signed in.
 */
final class HashingGate {

    private static final int PER_CORE = 2;
    private static final int QUEUE = 50;
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Semaphore computing;
    private final Semaphore admitted;

    HashingGate(int cores) {
        computing = new Semaphore(PER_CORE * cores, true);
        admitted = new Semaphore(PER_CORE * cores + QUEUE);
    }

    /** @throws Rejection 429 when too many wait already */
    <T> T compute(Supplier<T> hash) {
        if (!admitted.tryAcquire()) {
            throw Rejection.tooManyRequests("The server is busy with sign-ins.", COME_BACK);
        }
        try {
            computing.acquireUninterruptibly();
            try {
                return hash.get();
            } finally {
                computing.release();
            }
        } finally {
            admitted.release();
        }
    }
}
