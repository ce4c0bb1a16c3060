package io.processflow.server.team.web;

import io.processflow.server.platform.AnswerShownOnce;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Refuses;
import io.processflow.server.team.Invitation;
import io.processflow.server.team.Invitations;
import io.processflow.server.team.NewInvitation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Invitations")
@RestController
@RequestMapping(path = "/api/teams/{teamId}/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationController {

    record Invited(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "ben@example.org") @Nullable
            String email,

            @Schema(example = "7", description = "The role the person gets on accepting") @Nullable
            Long roleId) {}

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    @Operation(summary = "Invitations not answered yet, newest first", description = "Needs the page Team.")
    @Refuses(404)
    @GetMapping
    Page<Invitation> list(
            Caller caller,
            @PathVariable long teamId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return invitations.list(caller, teamId, PageRequest.of(limit, cursor));
    }

    @Operation(
            summary = "Invite somebody by e-mail address",
            description = "Needs the page Team. The person needs no account yet. The answer shows the link once. 409"
                    + " already-invited; already-member; 422 invalid: the address or the role.")
    @Refuses({404, 409, 422})
    @AnswerShownOnce
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewInvitation invite(Caller caller, @PathVariable long teamId, @RequestBody Invited invited) {
        return invitations.invite(caller, teamId, invited.email(), invited.roleId());
    }

    @Operation(summary = "Revoke an invitation", description = "Needs the page Team. Its link is of no use any more.")
    @Refuses(404)
    @DeleteMapping("/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable long teamId, @PathVariable long invitationId) {
        invitations.revoke(caller, teamId, invitationId);
    }
}
