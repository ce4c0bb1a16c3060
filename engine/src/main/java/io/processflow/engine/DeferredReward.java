package io.processflow.engine;

import java.util.UUID;

/**
 * A reward that is due to who started an instance, and given as soon as somebody else completes a step of it. There is one
 * at most for a visit and a rule.
 */
public sealed interface DeferredReward permits Event.PointsDeferred, Event.BadgeDeferred {

    int visit();

    String rule();

    UUID person();

    /** Why it is not given yet, in people's words. */
    String reason();
}
