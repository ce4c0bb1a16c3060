package io.processflow.server.gamification;

import io.processflow.engine.Event;
import io.processflow.engine.RewardPolicy;
import io.processflow.engine.Standing;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.Standings;
import io.processflow.server.runtime.StepListener;
import io.processflow.server.team.RewardSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes what the engine granted: one ledger row for each reward and, last in the transaction, the running totals, which
 * count the manual steps too. The ledger's unique key makes a second grant for one cause impossible.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RewardLedger implements StepListener, Standings {

    private final RewardStore store;
    private final GamificationSettings settings;
    private final BadgeDistance distance = new BadgeDistance();

    RewardLedger(RewardStore store, GamificationSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void lock(Set<Account> accounts, RoundTrip trip, Map<Account, Standing> found) {
        store.lock(accounts, trip, (account, standing) -> {
            distance.read(account, standing);
            found.put(account, standing);
        });
    }

    @Override
    public boolean mayEarnBadge(Account account, List<Long> modelIds) {
        return distance.mayBeReached(account, modelIds, settings.thresholds());
    }

    @Override
    public void readSettings(RoundTrip trip) {
        settings.readIn(trip);
    }

    @Override
    public RewardPolicy policy(RewardSettings team, long modelId) {
        GamificationSettings.Thresholds thresholds = settings.thresholds();
        return new RewardPolicy(
                team.loopDamping(),
                team.selfStart(),
                thresholds.explorerProcesses(),
                thresholds.completionSteps(),
                thresholds.speedBadge(),
                modelId);
    }

    @Override
    public void write(List<AppliedStep> steps, RoundTrip trip) {
        Grants grants = new Grants();
        for (AppliedStep step : steps) {
            for (Event event : step.events()) {
                switch (event) {
                    case Event.PointsGranted points -> grants.add(step.teamId(), cause(step, points.visit()), points);
                    case Event.BadgeGranted badge -> grants.add(step.teamId(), cause(step, badge.visit()), badge);
                    case Event.VisitCompleted completed
                    when completed.by() instanceof UUID person ->
                        grants.addStep(step.teamId(), person, step.version().modelId());
                    default -> {}
                }
            }
        }
        store.write(grants, distance::isKnown, trip);
    }

    @Override
    public void committed(List<AppliedStep> steps) {
        for (AppliedStep step : steps) {
            for (Event event : step.events()) {
                if (event instanceof Event.VisitCompleted completed && completed.by() instanceof UUID person) {
                    distance.worked(
                            new Account(person, step.teamId()), step.version().modelId());
                }
            }
        }
    }

    private static Grants.Cause cause(AppliedStep step, int visit) {
        return new Grants.Cause(step.instanceId(), visit, step.knows(visit) ? step.elementInstanceId(visit) : null);
    }
}
