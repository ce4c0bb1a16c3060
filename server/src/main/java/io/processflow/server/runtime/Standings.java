package io.processflow.server.runtime;

import io.processflow.engine.RewardPolicy;
import io.processflow.engine.Standing;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.team.RewardSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people have earned in their teams and what is paid there, for the engine's rewards. */
public interface Standings {

    /** A person in a team. */
    record Account(UUID person, long teamId) {}

    /** Adds a statement that reads these and locks their rows, in the order of (person, team), until the transaction ends. */
    void lock(Set<Account> accounts, RoundTrip trip, Map<Account, Standing> found);

    /** False when one more step of this person in each of these models surely earns no badge: then nobody has to look. */
    boolean mayEarnBadge(Account account, List<Long> modelIds);

    /** Adds a statement that reads what the installation has set, when what was read of it last is some seconds old. */
    void readSettings(RoundTrip trip);

    /** What is paid for steps in a model of a team with these settings. */
    RewardPolicy policy(RewardSettings team, long modelId);
}
