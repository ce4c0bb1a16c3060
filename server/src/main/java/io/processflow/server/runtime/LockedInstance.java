package io.processflow.server.runtime;

import io.processflow.engine.InstanceState;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.team.RewardSettings;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance a command is decided for: its row is held by this transaction, or is compared when it is written.
 *
 * @param changedAt {@code updated_at} of its row; null of one that is begun
 * @param modelName the name its model has now
 * @param rewards what its team has set
 * @param visits what is stored of its open visits, by number
 */
public record LockedInstance(
        long id,
        CompiledVersion version,
        String modelName,
        RewardSettings rewards,
        @Nullable Instant changedAt,
        InstanceState state,
        Map<Integer, OpenVisit> visits) {}
