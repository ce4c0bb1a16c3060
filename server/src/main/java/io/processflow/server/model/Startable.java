package io.processflow.server.model;

import io.processflow.server.team.RewardSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What starting an instance asks of a model.
 *
 * @param publishedVersion the version new instances take; null when it can not be started
 * @param startableBy roles whose members may start it from the worklist
 * @param rewards what its team has set
 * @param rows what all this was read from
 */
public record Startable(
        long modelId,
        long teamId,
        String name,
        @Nullable Integer publishedVersion,
        Set<Long> startableBy,
        RewardSettings rewards,
        RowVersions rows) {}
