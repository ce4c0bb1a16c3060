package io.processflow.server.gamification;

import io.processflow.server.team.MemberJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives everybody who joins a team a row of statistics; one who returns finds what was there. */
@Component
class MembershipListener {

    private final RewardStore store;

    MembershipListener(RewardStore store) {
        this.store = store;
    }

    @EventListener
    void joined(MemberJoined joined) {
        store.open(joined.teamId(), joined.userId());
    }
}
