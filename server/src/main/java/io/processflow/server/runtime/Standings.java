package io.processflow.server.runtime;

import io.processflow.engine.Standing;
import io.processflow.server.platform.RoundTrip;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people have earned in their teams, for the engine's rewards. */
public interface Standings {

    /** A person in a team. */
    record Account(UUID person, long teamId) {}

    /** Adds a statement that reads these and locks their rows, in the order of (person, team), until the transaction ends. */
    void lock(Set<Account> accounts, RoundTrip trip, Map<Account, Standing> found);
}
