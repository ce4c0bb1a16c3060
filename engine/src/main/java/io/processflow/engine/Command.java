package io.processflow.engine;

import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done with one process instance. {@code at} is the database's time, the only clock the engine knows.
 */
public sealed interface Command {

    Actor by();

    Instant at();

    /** Begins the instance; all inputs its start declares must be given, and no others. */
    record Start(Actor by, Instant at, Map<String, Value> inputs) implements Command {}

    /** A person finished a step, or an activity's server answered. */
    record Complete(Actor by, Instant at, int visit, Map<String, Value> outputs) implements Command {}

    /** An activity could not do its work. */
    record Fail(Actor by, Instant at, int visit, String message) implements Command {}

    /** Tries a failed step again, in a new visit, after writing these variables. */
    record Retry(Actor by, Instant at, int visit, Map<String, Value> variables) implements Command {}

    record SetVariables(
            Actor by,
            Instant at,
            Map<String, Value> values,
            @Nullable String reason) implements Command {}

    record Cancel(Actor by, Instant at, @Nullable String reason) implements Command {}

    /** Stops offering people's steps; answers of servers are taken, and move on at {@link Resume}. */
    record Hold(Actor by, Instant at, @Nullable String reason) implements Command {}

    record Resume(Actor by, Instant at) implements Command {}

    /**
     * Goes on in another version of the model. A dry run is the step that is not stored.
     *
     * @param target the graph of that version
     * @param mapping where each node goes on there, by index; usually {@link Migration#byElement}
     */
    record Migrate(Actor by, Instant at, int version, ProcessGraph target, Map<Integer, Integer> mapping)
            implements Command {
        public Migrate {
            mapping = Map.copyOf(mapping);
        }
    }
}
