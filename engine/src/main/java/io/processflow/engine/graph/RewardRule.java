package io.processflow.engine.graph;

import io.processflow.engine.value.Template;
import org.jspecify.annotations.Nullable;

/**
 * What somebody earns at a node.
 *
 * @param condition must hold for the reward to be given; null means always
 */
public record RewardRule(Prize prize, @Nullable Condition condition) {

    /** Points of a kind, or a badge. */
    public sealed interface Prize {}

    /** @param amount a whole number of at least 0, or a placeholder for one */
    public record Points(PointKind kind, PointMethod method, Template amount) implements Prize {}

    public record Badge(Template name) implements Prize {}

    public enum PointKind {
        Experience,
        Coins
    }

    /** In the spelling of the option {@code pointsApplicationMethod}. */
    public enum PointMethod {
        incrementBy,
        decrementBy,
        setTo
    }
}
