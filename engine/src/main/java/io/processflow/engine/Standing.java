package io.processflow.engine;

import io.processflow.engine.graph.RewardRule.PointKind;
import java.util.HashSet;
import java.util.Set;

/**
 * What a person has in the team at the time of a command.
 *
 * @param experience points, never below 0; so are the coins
 * @param steps how many manual steps the person has completed
 * @param models the process models in which the person has completed a step; not needed once the badge Explorer is there
 */
public record Standing(long experience, long coins, Set<String> badges, long steps, Set<Long> models) {

    public static final Standing NOTHING_YET = new Standing(0, 0, Set.of());

    public Standing {
        badges = Set.copyOf(badges);
        models = Set.copyOf(models);
    }

    /** For a team in which nobody counts steps. */
    public Standing(long experience, long coins, Set<String> badges) {
        this(experience, coins, badges, 0, Set.of());
    }

    long points(PointKind kind) {
        return kind == PointKind.Experience ? experience : coins;
    }

    Standing with(PointKind kind, long added) {
        return kind == PointKind.Experience
                ? new Standing(experience + added, coins, badges, steps, models)
                : new Standing(experience, coins + added, badges, steps, models);
    }

    Standing withBadge(String badge) {
        return new Standing(experience, coins, plus(badges, badge), steps, models);
    }

    Standing afterStepIn(long model) {
        return new Standing(experience, coins, badges, steps + 1, plus(models, model));
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        if (set.contains(one)) {
            return set;
        }
        Set<T> more = new HashSet<>(set);
        more.add(one);
        return more;
    }
}
