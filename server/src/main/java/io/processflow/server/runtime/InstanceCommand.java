package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.Rejection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What somebody wants done with an instance; {@link Instances} works off lists of them. */
public sealed interface InstanceCommand {

    /** Begins a new instance of a published version. */
    record Start(long modelId, int version, Actor by, Map<String, Value> inputs) implements InstanceCommand {}

    /**
     * Something for an instance that exists.
     *
     * @param command makes the engine's command, given the database's time
     * @param guard asked under the instance's lock, before the engine is
     */
    record On(long instanceId, Function<Instant, Command> command, Guard guard) implements InstanceCommand {

        public static On of(long instanceId, Function<Instant, Command> command) {
            return new On(instanceId, command, instance -> Optional.empty());
        }
    }

    /** A last check against what is stored, when nobody else can change it. */
    @FunctionalInterface
    interface Guard {
        Optional<Rejection> objection(LockedInstance instance);
    }
}
