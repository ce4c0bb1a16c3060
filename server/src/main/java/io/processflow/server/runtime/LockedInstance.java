package io.processflow.server.runtime;

import io.processflow.engine.InstanceState;
import io.processflow.server.model.CompiledVersion;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instance whose row this transaction holds.
 *
 * @param claims who has claimed which open visit, by the visit's number
 * @param elementInstanceIds ids of the open visits' rows, by number
 */
public record LockedInstance(
        long id,
        CompiledVersion version,
        InstanceState state,
        Map<Integer, UUID> claims,
        Map<Integer, Long> elementInstanceIds) {

    public @Nullable UUID claimedBy(int visit) {
        return claims.get(visit);
    }
}
