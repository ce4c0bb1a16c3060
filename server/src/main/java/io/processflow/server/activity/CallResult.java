package io.processflow.server.activity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt of a call went. What the other server wrote is never shown: only its status and our own words. */
sealed interface CallResult {

    long millis();

    /** 2xx: the answer comes by callback. */
    record Taken(int httpStatus, long millis) implements CallResult {}

    /** Worth trying again. @param retryAfter what the server asked for, if it did */
    record Passing(
            @Nullable Integer httpStatus,
            long millis,
            String message,
            @Nullable Duration retryAfter) implements CallResult {}

    /** Trying again would change nothing. */
    record Final(@Nullable Integer httpStatus, long millis, String message) implements CallResult {}
}
