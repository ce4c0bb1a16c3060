package io.processflow.server.model.web;

import io.processflow.server.model.Imports;
import io.processflow.server.model.Imports.Imported;
import io.processflow.server.model.ModelChange;
import io.processflow.server.model.ProcessModel;
import io.processflow.server.model.ProcessModels;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Process models", description = "Drawing, checking and publishing processes. Needs the page Editor.")
class ProcessModelController {

    private final ProcessModels models;
    private final Imports imports;

    ProcessModelController(ProcessModels models, Imports imports) {
        this.models = models;
        this.imports = imports;
    }

    @GetMapping("/api/teams/{teamId}/process-models")
    @Operation(
            summary = "List the team's process models",
            description = "The last edited first; searches the name and the description.")
    Page<ProcessModel> list(
            Caller caller,
            @PathVariable long teamId,
            @RequestParam @Nullable String search,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return models.list(caller, teamId, search, PageRequest.of(limit, cursor));
    }

    @PostMapping("/api/teams/{teamId}/process-models")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Create a process model", description = "Its diagram holds nothing but a start.")
    ProcessModel create(Caller caller, @PathVariable long teamId, @RequestBody NewModel body) {
        return models.create(caller, teamId, body.name(), body.description());
    }

    @PostMapping(
            path = "/api/teams/{teamId}/process-models/import",
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Import a BPMN 2.0 file",
            description =
                    "Makes a model of each process in it, and tells what was found. 422 with the line, where it is"
                            + " known, when the file is no process model; nothing is stored then.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
    Imported importDrawing(
            Caller caller,
            @PathVariable long teamId,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable Long defaultRoleId,
            @Schema(hidden = true) InputStream body)
            throws IOException {
        return imports.read(caller, teamId, name, defaultRoleId, XmlBody.read(body));
    }

    @GetMapping("/api/process-models/{id}")
    @Operation(summary = "Read a process model", description = "Without its drawing.")
    ProcessModel get(Caller caller, @PathVariable long id) {
        return models.get(caller, id);
    }

    @PatchMapping("/api/process-models/{id}")
    @Operation(
            summary = "Change a process model",
            description = "What is left out stays. publishedVersion null: it can not be started any more.")
    ProcessModel change(Caller caller, @PathVariable long id, @RequestBody Patch body) {
        return models.change(
                caller,
                id,
                new ModelChange(body.name(), body.description(), version(body.publishedVersion()), body.startableBy()));
    }

    @DeleteMapping("/api/process-models/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a process model",
            description = "One with instances is archived instead, unless history=delete removes them as well.")
    void remove(Caller caller, @PathVariable long id, @RequestParam @Nullable String history) {
        if (history != null && !history.equals("delete")) {
            throw Rejection.invalid("history", "Expected delete, or nothing.");
        }
        models.remove(caller, id, history != null);
    }

    /** Absent: it stays as it is; JSON's null: none. */
    private static @Nullable Optional<Integer> version(@Nullable JsonNode version) {
        if (version == null || version.isMissingNode()) {
            return null;
        }
        if (version.isNull()) {
            return Optional.empty();
        }
        if (!version.isInt() || version.intValue() < 1) {
            throw Rejection.invalid("/publishedVersion", "Expected the number of a version, or null.");
        }
        return Optional.of(version.intValue());
    }

    record NewModel(
            @Nullable @Schema(example = "Ship an order") String name,
            @Nullable String description) {}

    record Patch(
            @Nullable String name,
            @Nullable String description,

            @Nullable @Schema(type = "integer", nullable = true)
            JsonNode publishedVersion,

            @Nullable List<Long> startableBy) {}
}
