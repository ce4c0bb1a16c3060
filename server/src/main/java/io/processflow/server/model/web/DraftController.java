package io.processflow.server.model.web;

import io.processflow.server.model.Draft;
import io.processflow.server.model.Drafts;
import io.processflow.server.model.Drafts.Saved;
import io.processflow.server.model.Publishing;
import io.processflow.server.model.Publishing.Order;
import io.processflow.server.model.Verification;
import io.processflow.server.model.Verification.Verified;
import io.processflow.server.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Process models")
class DraftController {

    private final Drafts drafts;
    private final Verification verification;
    private final Publishing publishing;

    DraftController(Drafts drafts, Verification verification, Publishing publishing) {
        this.drafts = drafts;
        this.verification = verification;
        this.publishing = publishing;
    }

    @GetMapping(path = "/api/process-models/{id}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "Read the draft", description = "BPMN 2.0; its ETag is the draft's revision.")
    ResponseEntity<byte[]> read(Caller caller, @PathVariable long id) {
        Draft draft = drafts.read(caller, id);
        return ResponseEntity.ok().eTag(Revision.tag(draft.revision())).body(draft.bytes());
    }

    @PutMapping(
            path = "/api/process-models/{id}/diagram",
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            summary = "Save the draft",
            description =
                    "412 stale-draft when it was saved by somebody else since it was read, 428 without If-Match, 422"
                            + " when it is not well-formed. Everything else is kept and told as a finding.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
    ResponseEntity<Saved> save(
            Caller caller,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Schema(hidden = true) InputStream body)
            throws IOException {
        Saved saved = drafts.save(caller, id, () -> Revision.required(ifMatch), XmlBody.read(body));
        return ResponseEntity.ok().eTag(Revision.tag(saved.draftRevision())).body(saved);
    }

    @PostMapping("/api/process-models/{id}/verify")
    @Operation(
            summary = "Check the draft",
            description =
                    "Its structure, and every order in which it can run: verdict and findings, those about behaviour"
                            + " with the shortest run that shows them.")
    Verified verify(Caller caller, @PathVariable long id) {
        return verification.verify(caller, id);
    }

    @PostMapping("/api/process-models/{id}/publish")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Publish the draft",
            description =
                    "As the next version, which new instances use from now on. 412 stale-draft when If-Match is not"
                            + " the draft's revision, 422 findings when one is an error, 409 confirm when stand-ins or findings"
                            + " about behaviour have to be accepted with force.")
    Published publish(
            Caller caller,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable PublishBody body) {
        PublishBody wanted = body == null ? new PublishBody(null, null) : body;
        return new Published(publishing.publish(
                caller,
                id,
                () -> new Order(Revision.optional(ifMatch), wanted.note(), Boolean.TRUE.equals(wanted.force()))));
    }

    record PublishBody(@Nullable String note, @Nullable Boolean force) {}

    record Published(int version) {}
}
