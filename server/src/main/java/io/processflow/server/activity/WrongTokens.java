package io.processflow.server.activity;

import io.processflow.server.platform.RateLimits;
import io.processflow.server.platform.Rejection;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Slows down who guesses at callback tokens. A callback with a valid token is never limited. */
@Component
public class WrongTokens {

    private final RateLimits limits;
    private final ActivitySettings settings;

    WrongTokens(RateLimits limits, ActivitySettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** @throws Rejection 429 when the address has sent too many of late */
    public void count(String address) {
        limits.take("callback:address", address, settings.wrongTokensPerMinute(), Duration.ofMinutes(1));
    }
}
