package io.processflow.engine;

import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command changed. Events are the log of an instance: {@link InstanceState#apply} in their order rebuilds its
 * state, and the store writes its rows from the same events. They name visits by number and nodes by index.
 */
public sealed interface Event {

    /** The instance began, started by a person or by nobody who could earn anything. */
    record Started(@Nullable UUID starter) implements Event {}

    /** A node was passed without waiting: created and completed at once. */
    record VisitPassed(
            int visit,
            int node,
            List<Integer> previous,
            @Nullable Acting acting) implements Event {}

    /**
     * A token stands on a node and waits.
     *
     * @param options the node's options that hold placeholders, replaced
     */
    record VisitOpened(
            int visit,
            int node,
            VisitStatus status,
            List<Integer> previous,
            int branch,
            @Nullable Acting acting,
            Map<String, Value> options)
            implements Event {}

    /** The second token reached a waiting join: it fired. */
    record JoinFired(int visit, int from, @Nullable Acting acting) implements Event {}

    /**
     * A step was completed; {@code by} is the person, null for a server.
     *
     * @param held the instance is on hold: the token stays and moves on at the resume
     */
    record VisitCompleted(
            int visit, @Nullable UUID by, @Nullable Acting acting, boolean held) implements Event {}

    /** A step can not go on: an incident, with a message a person can act on. */
    record VisitFailed(int visit, String message) implements Event {}

    /** A node failed as soon as it was reached. */
    record VisitOpenedFailed(
            int visit,
            int node,
            List<Integer> previous,
            @Nullable Acting acting,
            String message) implements Event {}

    /** A failed visit was given up in favour of a new one; its row stays as it is. */
    record VisitRetried(int visit) implements Event {}

    record VisitCancelled(int visit) implements Event {}

    /**
     * The last write of a name wins; {@code visit} is the step that wrote, 0 when it was a person.
     *
     * @param reason why that person did
     */
    record VariablesWritten(
            int visit, Map<String, Value> values, @Nullable String reason) implements Event {

        public VariablesWritten(int visit, Map<String, Value> values) {
            this(visit, values, null);
        }
    }

    record ChallengeBegun(int visit, int node, Instant at) implements Event {}

    /** The last token inside has left. */
    record ChallengeEnded(int visit, boolean within) implements Event {}

    /** A person completed a manual step inside a challenge. */
    record ChallengeJoined(int visit, UUID person) implements Event {}

    /**
     * Points were given or taken.
     *
     * @param rule what for: {@code activity}, {@code event} or {@code challenge}; for a badge of the system its own rule
     * @param asked the amount the rule names
     * @param applied what changes the balance, which never goes below 0; less than asked when loop damping made it so
     */
    record PointsGranted(
            int visit, String rule, UUID person, PointKind kind, PointMethod method, long asked, long applied)
            implements Event {}

    record BadgeGranted(int visit, String rule, UUID person, String badge) implements Event {}

    /**
     * Points are due to who started the instance, but given only when somebody else completes a step of it.
     *
     * @param due the amount to apply by the method then
     */
    record PointsDeferred(
            int visit,
            String rule,
            UUID person,
            PointKind kind,
            PointMethod method,
            long asked,
            long due,
            String reason)
            implements Event, DeferredReward {}

    /** As {@link PointsDeferred}, for a badge. */
    record BadgeDeferred(int visit, String rule, UUID person, String badge, String reason)
            implements Event, DeferredReward {}

    /** With loop damping: a node that pays in a loop has been visited so many times. */
    record VisitCounted(int node, int times) implements Event {}

    /** A reward was due, but not given; the reason says why ("nobody to reward"). */
    record RewardWithheld(int visit, String rule, String reason) implements Event {}

    record InstanceHeld(Instant at, @Nullable String reason) implements Event {}

    record InstanceResumed(Instant at) implements Event {}

    /**
     * The instance goes on in another version: from here on nodes are those of its graph.
     *
     * @param moved every visit that is not over, with its node there
     */
    record InstanceMigrated(int version, List<Moved> moved) implements Event {

        public InstanceMigrated {
            moved = List.copyOf(moved);
        }

        /** @param branch for a waiting join the input there that is the one its token arrived on; else as it was */
        public record Moved(int visit, int node, int branch) {}
    }

    record InstanceCompleted() implements Event {}

    record InstanceCancelled(@Nullable String reason) implements Event {}
}
