package io.processflow.server.runtime.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Refuses;
import io.processflow.server.runtime.InstanceControl;
import io.processflow.server.runtime.InstanceSummary;
import io.processflow.server.runtime.InstanceView;
import io.processflow.server.runtime.InstanceViews;
import io.processflow.server.runtime.Migrations;
import io.processflow.server.runtime.Migrations.Migrated;
import io.processflow.server.runtime.VariableFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Process instances: lists, one with all that happened, and what watching over them needs. */
@RestController
@Tag(name = "Process instances")
class InstanceController {

    private final InstanceViews views;
    private final InstanceControl control;
    private final Migrations migrations;

    InstanceController(InstanceViews views, InstanceControl control, Migrations migrations) {
        this.views = views;
        this.control = control;
        this.migrations = migrations;
    }

    /** Why somebody does it; shown in the history. */
    record Reason(@Size(max = 500) @Nullable String reason) {}

    record Retry(@Nullable Map<String, JsonNode> variables) {}

    record Migrate(
            @NotNull @Schema(requiredMode = RequiredMode.REQUIRED, example = "2") @Nullable
            Integer version) {}

    @GetMapping(path = "/api/teams/{teamId}/process-instances", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses({404, 422})
    @Operation(
            summary = "The team's process instances, newest first",
            description =
                    "Besides the parameters named here, variable.NAME=VALUE asks for instances whose variable NAME is"
                            + " that text or that number; several must all hold, ten at most. Such a search looks at 2,000"
                            + " instances for a page: a page may hold few items or none and still have a nextCursor, with"
                            + " which the search goes on.")
    Page<InstanceSummary> list(
            Caller caller,
            @PathVariable long teamId,
            @RequestParam(required = false) @Nullable Long processModelId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> all) {
        return views.list(
                caller, teamId, processModelId, status, VariableFilter.of(all), PageRequest.of(limit, cursor));
    }

    @GetMapping(path = "/api/process-instances/{instanceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses(404)
    @Operation(summary = "One instance: status, variables, every visit of an element, the path taken, rewards, log")
    InstanceView get(Caller caller, @PathVariable long instanceId) {
        return views.get(caller, instanceId);
    }

    @GetMapping(path = "/api/process-instances/{instanceId}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @Refuses(404)
    @Operation(summary = "The diagram of the version the instance runs on")
    String diagram(Caller caller, @PathVariable long instanceId) {
        return views.diagram(caller, instanceId);
    }

    @PostMapping("/api/process-instances/{instanceId}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({404, 409})
    @Operation(summary = "Cancel an instance: every open step is cancelled")
    void cancel(
            Caller caller, @PathVariable long instanceId, @Valid @RequestBody(required = false) @Nullable Reason body) {
        control.cancel(caller, instanceId, body == null ? null : body.reason());
    }

    @PostMapping("/api/process-instances/{instanceId}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({404, 409})
    @Operation(summary = "Put an instance on hold: people's steps are not offered until it is resumed")
    void hold(
            Caller caller, @PathVariable long instanceId, @Valid @RequestBody(required = false) @Nullable Reason body) {
        control.hold(caller, instanceId, body == null ? null : body.reason());
    }

    @PostMapping("/api/process-instances/{instanceId}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({404, 409})
    @Operation(summary = "Resume an instance on hold")
    void resume(Caller caller, @PathVariable long instanceId) {
        control.resume(caller, instanceId);
    }

    @PostMapping(path = "/api/process-instances/{instanceId}/migrate", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses({404, 409, 422})
    @Operation(
            summary = "Move a running instance to another version of its model",
            description =
                    "Needs the page Monitoring. Each open step goes on at the element of the same id. 404: no such"
                            + " version. 409 cannot-migrate: the detail names every step that has no place there, and why; nothing"
                            + " was changed. 409 same-version, instance-ended.")
    Migrated migrate(
            Caller caller,
            @PathVariable long instanceId,
            @Parameter(description = "Only tells what would happen") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Valid @RequestBody Migrate body) {
        return migrations.migrate(caller, instanceId, Objects.requireNonNull(body.version()), dryRun);
    }

    @PostMapping("/api/flow-element-instances/{elementInstanceId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({404, 409, 422})
    @Operation(summary = "Try a failed step again, in a new visit, after writing variables")
    void retry(
            Caller caller, @PathVariable long elementInstanceId, @RequestBody(required = false) @Nullable Retry body) {
        Map<String, JsonNode> variables = body == null || body.variables() == null ? Map.of() : body.variables();
        control.retry(caller, elementInstanceId, JsonValues.values(variables));
    }
}
