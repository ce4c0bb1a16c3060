package io.processflow.engine;

import io.processflow.engine.graph.ProcessGraph;

/**
 * A team's settings for rewards at the time of a command, and the process model it concerns.
 *
 * @param loopDamping visit n of a node in one instance pays an n-th, rounded down
 * @param selfStart who started an instance is not paid for doing all its manual steps alone
 * @param explorerProcesses in how many processes somebody has to complete a step for the badge Explorer; 0: no such badge
 * @param completionSteps how many manual steps somebody has to complete for the badge Completion; 0: no such badge
 * @param speedBadge whether a challenge within half its time earns the badge Speed
 */
public record RewardPolicy(
        boolean loopDamping,
        boolean selfStart,
        int explorerProcesses,
        int completionSteps,
        boolean speedBadge,
        long processModelId) {

    /** The badge for which alone it is remembered in which process models somebody has completed a step. */
    public static final String EXPLORER = "Explorer";

    /** The badge for so many steps. */
    public static final String COMPLETION = "Completion";

    /** What the models say is paid, and nothing else. */
    public static final RewardPolicy OFF = new RewardPolicy(false, false, 0, 0, false, 0);

    /** True when a step of this graph may have to know what people have earned, or may add to it. */
    public boolean needsStandings(ProcessGraph graph) {
        return graph.needsPoints()
                || explorerProcesses > 0
                || completionSteps > 0
                || (speedBadge && graph.hasChallenges());
    }
}
