package io.processflow.server.task;

import io.processflow.server.runtime.SimulatedTurn;
import io.processflow.server.task.Task.Prize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a draft ran, and what it waits for now.
 *
 * @param draftRevision the draft that was run
 * @param variables their values now
 * @param turns what the start has done, then what each answer has
 * @param open where tokens stand
 */
public record Simulation(
        long draftRevision,

        @Schema(allowableValues = {"Running", "Error", "Completed"})
        String status,

        JsonNode variables,
        List<SimulatedTurn> turns,
        List<OpenStep> open) {

    /**
     * Where a token stands: a step for a person (Todo), one for a server (In Progress), a join that waits (Created), or an
     * incident (Error).
     *
     * @param number names it in an answer
     * @param form what a person is asked; null when it is no step for a person
     * @param outputs the variables it declares to write
     * @param incident why the process can not go on here
     * @param canRetry whether an answer may try it again
     */
    public record OpenStep(
            int number,
            String bpmnId,
            String name,
            @Nullable String description,

            @Schema(allowableValues = {"Todo", "In Progress", "Created", "Error"})
            String status,

            @Nullable SimulatedRole role,
            @Nullable TaskForm form,
            List<String> outputs,
            @Nullable Prize reward,
            @Nullable String incident,
            boolean canRetry) {}

    public record SimulatedRole(long id, String name) {}
}
