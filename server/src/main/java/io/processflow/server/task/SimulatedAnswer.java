package io.processflow.server.task;

import io.processflow.engine.value.Value;
import java.time.Duration;
import java.util.Map;

/**
 * What the person who plays a simulation says to one open step.
 *
 * @param step the number of the element instance
 * @param after how much time passes before
 */
public record SimulatedAnswer(int step, Duration after, Content content) {

    /** Done, failed, or tried again. */
    public sealed interface Content {

        /** The answer of the person or the server the step waits for. */
        record Done(Map<String, Value> data) implements Content {}

        /** The server of the step could not do its work. */
        record Failed(String message) implements Content {}

        /** An incident is tried again, after these variables were written. */
        record Again(Map<String, Value> variables) implements Content {}
    }
}
