package io.processflow.server.task;

import io.processflow.engine.Event;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person earned.
 *
 * @param kind {@code Experience}, {@code Coins} or {@code Badge}
 * @param amount what changed the balance; null for a badge
 */
public record Earned(
        String kind,
        @Nullable String method,
        @Nullable Long amount,
        @Nullable String badge) {

    /** What an event brought this person; empty when it brought nothing, or somebody else. */
    static Optional<Earned> by(UUID person, Event event) {
        return switch (event) {
            case Event.PointsGranted points
            when points.person().equals(person) ->
                Optional.of(new Earned(points.kind().name(), points.method().name(), points.applied(), null));
            case Event.BadgeGranted badge
            when badge.person().equals(person) -> Optional.of(new Earned("Badge", null, null, badge.badge()));
            default -> Optional.empty();
        };
    }
}
