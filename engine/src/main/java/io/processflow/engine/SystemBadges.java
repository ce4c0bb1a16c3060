package io.processflow.engine;

import java.time.Duration;
import java.util.UUID;

/** The badges that no model names: everybody earns them once, for what the team's settings ask. */
final class SystemBadges {

    static final String SPEED = "Speed";

    private SystemBadges() {}

    /** A person has completed a manual step, which the person's standing counts already. */
    static void stepCompleted(Step step, int visit, UUID person) {
        RewardPolicy policy = step.state.policy();
        Standing standing = step.state.standing(person);
        if (reached(policy.explorerProcesses(), standing.models().size())) {
            give(step, visit, "system-explorer", person, RewardPolicy.EXPLORER);
        }
        if (reached(policy.completionSteps(), standing.steps())) {
            give(step, visit, "system-completion", person, RewardPolicy.COMPLETION);
        }
    }

    /** A person's work helped to end a challenge. */
    static void challengeEnded(Step step, ChallengeRun run, UUID person, Duration took, Duration limit) {
        if (step.state.policy().speedBadge() && took.multipliedBy(2).compareTo(limit) <= 0) {
            give(step, run.visit(), "system-speed", person, SPEED);
        }
    }

    private static boolean reached(int threshold, long count) {
        return threshold > 0 && count >= threshold;
    }

    private static void give(Step step, int visit, String rule, UUID person, String badge) {
        if (!step.state.standing(person).badges().contains(badge)) {
            step.emit(new Event.BadgeGranted(visit, rule, person, badge));
        }
    }
}
