package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done with an instance. Each makes the engine's command from what is true in the transaction that
 * applies it, or refuses by throwing a {@link io.processflow.server.platform.Rejection}. It may be asked more than once: only
 * the last answer counts.
 */
public sealed interface InstanceCommand {

    /** Whose rights are to be read; null when none are needed. */
    @Nullable
    UUID person();

    /** Begins an instance of a model's published version. */
    record Start(long modelId, Actor by, Map<String, Value> inputs, Check<Starting> check) implements InstanceCommand {
        @Override
        public @Nullable UUID person() {
            return by.person();
        }
    }

    /** It is only looked at what would come of it: nothing is stored. */
    default boolean isDryRun() {
        return false;
    }

    /**
     * Something for an instance that exists.
     *
     * @param command makes the engine's command, given the instance and the database's time
     */
    record On(long instanceId, BiFunction<LockedInstance, Instant, Command> command, boolean isDryRun)
            implements InstanceCommand {
        @Override
        public @Nullable UUID person() {
            return null;
        }
    }

    /** Something a person does with a step that is open. */
    record OnStep(long elementInstanceId, UUID person, Decision decision) implements InstanceCommand {}

    /** A last look at what is stored, when nobody else can change it; refuses by throwing a rejection. */
    @FunctionalInterface
    interface Check<T> {
        void check(T situation);
    }

    /** Makes the engine's command for a step from what is stored; refuses by throwing a rejection. */
    @FunctionalInterface
    interface Decision {
        Command decide(OpenStep step, Instant at);
    }

    static InstanceCommand on(long instanceId, Function<Instant, Command> command) {
        return new On(instanceId, (instance, at) -> command.apply(at), false);
    }
}
