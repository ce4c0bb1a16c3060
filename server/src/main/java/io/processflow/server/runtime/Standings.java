package io.processflow.server.runtime;

import io.processflow.engine.Standing;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What people have earned in a team, for the engine's rewards. */
public interface Standings {

    /** The standings of these people, their rows locked in the order of their ids until the transaction ends. */
    Map<UUID, Standing> locked(long teamId, Collection<UUID> people);
}
