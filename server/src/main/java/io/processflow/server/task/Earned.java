package io.processflow.server.task;

import io.processflow.engine.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person earned.
 *
 * @param kind {@code Experience}, {@code Coins} or {@code Badge}
 * @param amount what changed the balance, or will for what waits; null for a badge
 * @param reason why it waits to be given; null for what was given
 */
public record Earned(
        String kind,
        @Nullable String method,
        @Nullable Long amount,
        @Nullable String badge,
        @Nullable String reason) {

    /** What the events of a command brought this person. */
    static List<Earned> by(UUID person, List<Event> events) {
        return events.stream().flatMap(event -> by(person, event).stream()).toList();
    }

    /** Empty when the event brought nothing, or somebody else. */
    private static Optional<Earned> by(UUID person, Event event) {
        return switch (event) {
            case Event.PointsGranted points
            when points.person().equals(person) ->
                Optional.of(new Earned(points.kind().name(), points.method().name(), points.applied(), null, null));
            case Event.BadgeGranted badge
            when badge.person().equals(person) -> Optional.of(new Earned("Badge", null, null, badge.badge(), null));
            case Event.PointsDeferred points
            when points.person().equals(person) ->
                Optional.of(
                        new Earned(points.kind().name(), points.method().name(), points.due(), null, points.reason()));
            case Event.BadgeDeferred badge
            when badge.person().equals(person) ->
                Optional.of(new Earned("Badge", null, null, badge.badge(), badge.reason()));
            default -> Optional.empty();
        };
    }
}
