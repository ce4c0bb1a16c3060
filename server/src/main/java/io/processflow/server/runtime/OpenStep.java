package io.processflow.server.runtime;

import io.processflow.server.team.TeamRights;
import org.jspecify.annotations.Nullable;

/**
 * An open step somebody wants to do something with, its instance locked.
 *
 * @param rights of that person in the instance's team; null for who is no member
 */
public record OpenStep(
        LockedInstance instance, OpenVisit visit, @Nullable TeamRights rights) {}
