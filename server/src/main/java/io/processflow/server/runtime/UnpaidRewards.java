package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.DeferredReward;
import io.processflow.engine.Event;
import io.processflow.server.runtime.InstanceView.RewardView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an instance's log tells of rewards that were due and not given: those that wait, and those withheld. */
final class UnpaidRewards {

    /** The events of one command. */
    record Entry(Instant at, List<Event> events) {}

    private record Cause(int visit, String rule) {}

    private record Waiting(DeferredReward reward, Instant since) {}

    private final Function<UUID, String> usernames;
    private final Map<Cause, Waiting> waiting = new LinkedHashMap<>();
    private final Map<Integer, UUID> actedBy = new HashMap<>();
    private final List<RewardView> withheld = new ArrayList<>();

    private UnpaidRewards(Function<UUID, String> usernames) {
        this.usernames = usernames;
    }

    static List<RewardView> in(List<Entry> log, Function<UUID, String> usernames) {
        UnpaidRewards unpaid = new UnpaidRewards(usernames);
        log.forEach(entry -> entry.events().forEach(event -> unpaid.take(event, entry.at())));
        List<RewardView> all = new ArrayList<>(unpaid.withheld);
        unpaid.waiting
                .values()
                .forEach(one -> all.add(unpaid.view(one.reward(), one.reward().reason(), one.since())));
        return all;
    }

    private void take(Event event, Instant at) {
        switch (event) {
            case Event.VisitCompleted completed -> acted(completed.visit(), completed.acting());
            case Event.VisitPassed passed -> acted(passed.visit(), passed.acting());
            case DeferredReward deferred ->
                waiting.put(new Cause(deferred.visit(), deferred.rule()), new Waiting(deferred, at));
            case Event.PointsGranted points -> waiting.remove(new Cause(points.visit(), points.rule()));
            case Event.BadgeGranted badge -> waiting.remove(new Cause(badge.visit(), badge.rule()));
            case Event.RewardWithheld gone -> withheld(gone, at);
            default -> {}
        }
    }

    private void acted(int visit, @Nullable Acting acting) {
        if (acting != null) {
            actedBy.put(visit, acting.person());
        }
    }

    private void withheld(Event.RewardWithheld gone, Instant at) {
        Waiting had = waiting.remove(new Cause(gone.visit(), gone.rule()));
        if (had != null) {
            withheld.add(view(had.reward(), gone.reason(), at));
        } else {
            UUID person = actedBy.get(gone.visit());
            withheld.add(new RewardView(
                    person == null ? null : usernames.apply(person), null, null, null, gone.reason(), at));
        }
    }

    private RewardView view(DeferredReward reward, String reason, Instant at) {
        String person = usernames.apply(reward.person());
        return switch (reward) {
            case Event.PointsDeferred points ->
                new RewardView(person, points.kind().name(), points.due(), null, reason, at);
            case Event.BadgeDeferred badge -> new RewardView(person, "Badge", null, badge.badge(), reason, at);
        };
    }
}
