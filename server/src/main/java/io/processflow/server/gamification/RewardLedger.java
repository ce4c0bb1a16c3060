package io.processflow.server.gamification;

import io.processflow.engine.Event;
import io.processflow.engine.Standing;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.Standings;
import io.processflow.server.runtime.StepListener;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes what the engine granted: one ledger row for each reward and, last in the transaction, the running totals. The
 * ledger's unique key makes a second grant for one cause impossible.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RewardLedger implements StepListener, Standings {

    private final RewardStore store;

    RewardLedger(RewardStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Standing> locked(long teamId, Collection<UUID> people) {
        return store.lockedStandings(teamId, people);
    }

    @Override
    public void applied(List<AppliedStep> steps) {
        Grants grants = new Grants();
        for (AppliedStep step : steps) {
            for (Event event : step.events()) {
                switch (event) {
                    case Event.PointsGranted points ->
                        grants.add(step.teamId(), step.elementInstanceId(points.visit()), points);
                    case Event.BadgeGranted badge ->
                        grants.add(step.teamId(), step.elementInstanceId(badge.visit()), badge);
                    default -> {}
                }
            }
        }
        store.write(grants);
    }
}
