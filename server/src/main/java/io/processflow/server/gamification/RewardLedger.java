package io.processflow.server.gamification;

import io.processflow.engine.Event;
import io.processflow.engine.Standing;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.Standings;
import io.processflow.server.runtime.StepListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public void lock(Set<Account> accounts, RoundTrip trip, Map<Account, Standing> found) {
        store.lock(accounts, trip, found);
    }

    @Override
    public void write(List<AppliedStep> steps, RoundTrip trip) {
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
        store.write(grants, trip);
    }
}
