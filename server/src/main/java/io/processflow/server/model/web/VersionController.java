package io.processflow.server.model.web;

import io.processflow.server.model.Drafts;
import io.processflow.server.model.ProcessModel;
import io.processflow.server.model.ProcessModels;
import io.processflow.server.model.PublishedVersion;
import io.processflow.server.model.Versions;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Process models")
class VersionController {

    private final Versions versions;
    private final Drafts drafts;
    private final ProcessModels models;

    VersionController(Versions versions, Drafts drafts, ProcessModels models) {
        this.versions = versions;
        this.drafts = drafts;
        this.models = models;
    }

    @GetMapping("/api/process-models/{id}/versions")
    @Operation(summary = "List the published versions", description = "The newest first.")
    Page<PublishedVersion> list(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return versions.list(caller, id, PageRequest.of(limit, cursor));
    }

    @PatchMapping("/api/process-models/{id}/versions/{version}")
    @Operation(
            summary = "Name a version",
            description = "Its drawing never changes, its name may: 1 to 80 characters, null takes it away.")
    PublishedVersion change(Caller caller, @PathVariable long id, @PathVariable int version, @RequestBody Naming body) {
        return versions.name(caller, id, version, name(body.name()));
    }

    @GetMapping(
            path = "/api/process-models/{id}/versions/{version}/diagram",
            produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "Read a version's diagram", description = "BPMN 2.0 as it was published.")
    byte[] diagram(Caller caller, @PathVariable long id, @PathVariable int version) {
        return versions.drawing(caller, id, version);
    }

    @PostMapping("/api/process-models/{id}/versions/{version}/restore")
    @Operation(summary = "Make a version's diagram the draft again", description = "The draft gets a new revision.")
    ProcessModel restore(Caller caller, @PathVariable long id, @PathVariable int version) {
        drafts.restore(caller, id, version);
        return models.get(caller, id);
    }

    @GetMapping("/api/process-models/{id}/inputs")
    @Operation(
            summary = "What a start must give",
            description =
                    "The variables of the version new starts use; of the draft while there is none. For editors and"
                            + " for who may start it from the worklist.")
    Page<Input> inputs(Caller caller, @PathVariable long id) {
        return Page.whole(versions.inputs(caller, id).stream().map(Input::new).toList());
    }

    /** Absent: it stays as it is; JSON's null: none. */
    private static @Nullable Optional<String> name(@Nullable JsonNode name) {
        if (name == null || name.isMissingNode()) {
            return null;
        }
        if (name.isNull()) {
            return Optional.empty();
        }
        if (!name.isString()) {
            throw Rejection.invalid("/name", "Expected a text, or null.");
        }
        return Optional.of(name.asString());
    }

    record Input(String name) {}

    record Naming(
            @Nullable @Schema(type = "string", nullable = true, example = "Before Christmas")
            JsonNode name) {}
}
