package io.processflow.server.account;

import io.processflow.server.platform.RateLimits;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes sessions, links and counts that are over. They already count for nothing; this only keeps the tables small. */
@Component
@EnableScheduling
class Housekeeping {

    private final SessionStore sessions;
    private final VerificationStore verifications;
    private final RateLimits rates;

    Housekeeping(SessionStore sessions, VerificationStore verifications, RateLimits rates) {
        this.sessions = sessions;
        this.verifications = verifications;
        this.rates = rates;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sessions.sweep();
        verifications.sweep();
        rates.sweep();
    }
}
