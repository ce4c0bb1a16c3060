package io.processflow.server.runtime;

import io.processflow.server.model.Startable;
import io.processflow.server.team.TeamRights;
import org.jspecify.annotations.Nullable;

/**
 * A start, as it is looked at before it is made.
 *
 * @param rights of the person who starts it; null for who is no member, or no person
 */
public record Starting(Startable model, @Nullable TeamRights rights) {}
