package io.processflow.server.runtime;

import io.processflow.server.model.Startable;
import io.processflow.server.team.TeamRights;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a group of commands is decided from. */
sealed interface Knowledge permits GroupReader, GroupMemory {

    /** The database's time, the only clock that counts. */
    Instant now();

    /** Null for who is no member of the team, or when it is not known. */
    @Nullable
    TeamRights rights(UUID person, long teamId);

    /** Null when there is none, or when it is not at hand. */
    @Nullable
    LockedInstance instance(long id);

    /** The instance a step is open in, at hand or not; null when the step is not open, or it is not known. */
    @Nullable
    Long instanceOfStep(long elementInstanceId);

    /** Null when it can not be started, or when it is not known. */
    @Nullable
    Startable startable(long modelId);
}
