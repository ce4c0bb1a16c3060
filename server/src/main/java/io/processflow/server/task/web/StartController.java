package io.processflow.server.task.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Refuses;
import io.processflow.server.task.Starts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Starts instances of published processes. */
@RestController
@Tag(name = "Process instances")
class StartController {

    private final Starts starts;

    StartController(Starts starts) {
        this.starts = starts;
    }

    /** @param inputs a value for every input the process declares */
    record Start(@NotNull Long processModelId, @Nullable Map<String, JsonNode> inputs) {}

    @PostMapping(path = "/api/instance/create", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses({404, 409, 422})
    @Operation(summary = "Start an instance of a model's published version")
    Starts.Started start(Caller caller, @Valid @RequestBody Start body) {
        Map<String, JsonNode> inputs = body.inputs() == null ? Map.of() : body.inputs();
        return starts.start(caller, body.processModelId(), JsonValues.values(inputs));
    }
}
