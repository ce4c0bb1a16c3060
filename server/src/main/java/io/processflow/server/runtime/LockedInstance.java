package io.processflow.server.runtime;

import io.processflow.engine.InstanceState;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.team.RewardSettings;
import java.util.Map;

/**
 * An instance whose row this transaction holds.
 *
 * @param modelName the name its model has now
 * @param rewards what its team has set
 * @param visits what is stored of its open visits, by number
 */
public record LockedInstance(
        long id,
        CompiledVersion version,
        String modelName,
        RewardSettings rewards,
        InstanceState state,
        Map<Integer, OpenVisit> visits) {}
