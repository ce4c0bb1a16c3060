package io.processflow.engine.graph;

import io.processflow.engine.value.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of the compiled graph. Nodes name each other by index; {@link #NONE} stands for a way that is missing.
 *
 * <p>{@code challenge} is the index of the innermost challenge region around the node, or {@link #NONE}. {@code options}
 * holds the node's options that have placeholders, by name; all others are constant and stay with the element.
 */
public sealed interface Node {

    int NONE = -1;

    int index();

    int challenge();

    /** What is earned here; null when nothing is. */
    default @Nullable RewardRule reward() {
        return null;
    }

    record StartNode(int index, int challenge, List<String> inputs, int next) implements Node {}

    record EndNode(int index, int challenge) implements Node {}

    /** Work: by a person of a role, or, when {@code automatic}, by an activity's server. */
    record ActivityNode(
            int index,
            int challenge,
            boolean automatic,
            Set<String> outputs,
            Map<String, Template> options,
            @Nullable RewardRule reward,
            int next)
            implements Node {}

    record InfoNode(
            int index,
            int challenge,
            Map<String, Template> options,
            @Nullable RewardRule reward,
            int next) implements Node {}

    /** Without a condition both ways are the same: the node is a pass. */
    record GatewayNode(int index, int challenge, @Nullable Condition condition, int whenTrue, int whenFalse)
            implements Node {}

    record AndSplitNode(int index, int challenge, int first, int second) implements Node {}

    record AndJoinNode(int index, int challenge, int firstInput, int secondInput, int next) implements Node {}

    /** A region around other nodes; no token ever stands on it. */
    record ChallengeNode(
            int index,
            int challenge,
            long secondsToComplete,
            @Nullable RewardRule reward) implements Node {}

    record GamificationEventNode(
            int index, int challenge, @Nullable RewardRule reward, int next) implements Node {}
}
