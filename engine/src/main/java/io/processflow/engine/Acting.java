package io.processflow.engine;

import java.util.UUID;

/**
 * The acting person of a token: who completed the last manual step on its way, before any who started the instance.
 *
 * @param since number of the command that made this person the acting one; at a join the later of two counts
 */
public record Acting(UUID person, int since) {}
