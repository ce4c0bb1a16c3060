package io.processflow.server.model;

import io.processflow.server.platform.TeamScope;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes who has not had a drawing open for a day. They are shown to nobody already; this only keeps the table small. */
@Component
class PresenceSweep {

    private final TeamScope scope;
    private final PresenceStore store;

    PresenceSweep(TeamScope scope, PresenceStore store) {
        this.scope = scope;
        this.store = store;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        scope.asWorker(store::sweep);
    }
}
