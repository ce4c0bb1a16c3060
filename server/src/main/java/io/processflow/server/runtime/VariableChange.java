package io.processflow.server.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value that a variable was given.
 *
 * @param actor who gave the command, as in the instance's log
 * @param element the visit that wrote, null when a person wrote without one
 * @param reason why that person did
 */
public record VariableChange(
        JsonNode value,
        Instant at,
        String actor,
        @Nullable Step element,
        @Nullable String reason) {

    /** One visit of a drawn node. */
    public record Step(int number, String bpmnId, String name) {}
}
