package io.processflow.server.runtime.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Refuses;
import io.processflow.server.runtime.InstanceControl;
import io.processflow.server.runtime.InstanceViews;
import io.processflow.server.runtime.VariableChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Variables of one instance: written by those who watch over it, and what they were before. */
@RestController
@RequestMapping("/api/process-instances/{instanceId}/variables")
@Tag(name = "Process instances")
class VariableController {

    private final InstanceControl control;
    private final InstanceViews views;

    VariableController(InstanceControl control, InstanceViews views) {
        this.control = control;
        this.views = views;
    }

    /** @param reason why, shown in the instance's log */
    record Values(
            @NotEmpty @Schema(example = "{\"amount\": 12}") Map<String, JsonNode> values,

            @NotBlank @Size(max = 500) @Schema(example = "The customer called: twelve, not ten")
            String reason) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({404, 409, 422})
    @Operation(
            summary = "Write variables of a running instance",
            description =
                    "Variables that are not named stay as they are. A variable has at most 256 KiB, an instance 4 MiB"
                            + " and 1,000 variables: variable-too-large, variables-too-large, too-many-variables. A name"
                            + " begins with a letter, goes on with letters, digits, _ - and . and is not that of points or"
                            + " of a secret: variable-not-allowed.")
    void set(Caller caller, @PathVariable long instanceId, @Valid @RequestBody Values body) {
        control.setVariables(
                caller,
                instanceId,
                JsonValues.values(body.values()),
                JsonValues.storable(body.reason().strip()));
    }

    @GetMapping(path = "/{variableName}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses(404)
    @Operation(summary = "The values a variable had: which, when, who or which step wrote it, and why; newest first")
    Page<VariableChange> history(
            Caller caller,
            @PathVariable long instanceId,
            @PathVariable String variableName,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return views.history(caller, instanceId, variableName, PageRequest.of(limit, cursor));
    }
}
