package io.processflow.server.task.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Refuses;
import io.processflow.server.platform.Rejection;
import io.processflow.server.task.SimulatedAnswer;
import io.processflow.server.task.SimulatedAnswer.Content;
import io.processflow.server.task.Simulation;
import io.processflow.server.task.Simulations;
import io.processflow.server.task.Simulations.Play;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tries drafts out. */
@RestController
@Tag(name = "Process models")
class SimulationController {

    private static final int MOST_ANSWERS = 200;
    private static final long LONGEST_WAIT = Duration.ofDays(3_660).toSeconds();
    private static final int LONGEST_MESSAGE = 2_000;

    private final Simulations simulations;

    SimulationController(Simulations simulations) {
        this.simulations = simulations;
    }

    record SimulateBody(
            @Nullable
            @Schema(
                    description = "A value for every input the start declares",
                    example = "{\"productList\": \"2 books\"}")
            Map<String, JsonNode> inputs,

            @Nullable List<AnswerBody> answers) {}

    @Schema(name = "SimulationAnswer")
    record AnswerBody(
            @Nullable
            @Schema(
                    description = "number of the open step it is for",
                    example = "2",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            Integer number,

            @Nullable
            @Schema(
                    description =
                            "complete (the default): with data, as the person or the server would; fail: the server"
                                    + " reports errorMessage; retry: an incident is tried again, after data was written")
            Action action,

            @Nullable @Schema(example = "{\"available\": [\"2 books\"]}")
            Map<String, JsonNode> data,

            @Nullable String errorMessage,

            @Nullable
            @Schema(description = "how much time passes before, for challenges; 0 when it is not given", example = "90")
            Long secondsLater) {}

    enum Action {
        complete,
        fail,
        retry
    }

    @PostMapping(path = "/api/process-models/{id}/simulate", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses({404, 409, 422})
    @Operation(
            summary = "Simulate the draft",
            description =
                    "Starts the saved draft with the inputs and applies the answers in their order, by the engine's own"
                            + " rules: nothing is stored, no server is called, nobody earns anything. Tells what each"
                            + " of them has done and what is open then; one answer more is the next step, one less the"
                            + " step back. At most 200 answers. A drawing with errors runs, too, as far as it goes: 422"
                            + " no-start when there is nowhere to begin. Inputs and answers are refused as those of a"
                            + " real instance are, with a pointer to them.")
    Simulation simulate(
            Caller caller, @PathVariable long id, @RequestBody(required = false) @Nullable SimulateBody body) {
        return simulations.simulate(caller, id, () -> body == null ? new Play(Map.of(), List.of()) : play(body));
    }

    private static Play play(SimulateBody body) {
        List<AnswerBody> given = body.answers() == null ? List.of() : body.answers();
        if (given.size() > MOST_ANSWERS) {
            throw Rejection.invalid("/answers", "Expected at most " + MOST_ANSWERS + " answers.");
        }
        List<SimulatedAnswer> answers = new ArrayList<>();
        for (AnswerBody answer : given) {
            answers.add(answer(answer, "/answers/" + answers.size()));
        }
        return new Play(body.inputs() == null ? Map.of() : JsonValues.values(body.inputs()), answers);
    }

    private static SimulatedAnswer answer(@Nullable AnswerBody answer, String place) {
        if (answer == null || answer.number() == null) {
            throw Rejection.invalid(place + "/number", "The number of an open step is expected.");
        }
        long seconds = answer.secondsLater() == null ? 0 : answer.secondsLater();
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Rejection.invalid(place + "/secondsLater", "Expected 0 to " + LONGEST_WAIT + " seconds.");
        }
        return new SimulatedAnswer(answer.number(), Duration.ofSeconds(seconds), content(answer, place));
    }

    private static Content content(AnswerBody answer, String place) {
        Map<String, JsonNode> data = answer.data() == null ? Map.of() : answer.data();
        Action action = answer.action() == null ? Action.complete : answer.action();
        return switch (action) {
            case complete -> new Content.Done(JsonValues.values(data));
            case retry -> new Content.Again(JsonValues.values(data));
            case fail -> {
                String message = answer.errorMessage() == null
                        ? ""
                        : answer.errorMessage().strip();
                if (message.isEmpty() || message.length() > LONGEST_MESSAGE) {
                    throw Rejection.invalid(
                            place + "/errorMessage", "Expected 1 to " + LONGEST_MESSAGE + " characters.");
                }
                yield new Content.Failed(JsonValues.storable(message));
            }
        };
    }
}
