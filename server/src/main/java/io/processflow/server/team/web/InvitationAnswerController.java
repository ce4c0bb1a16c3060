package io.processflow.server.team.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.Refuses;
import io.processflow.server.team.InvitationAnswers;
import io.processflow.server.team.MyInvitation;
import io.processflow.server.team.Team;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Invitations")
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationAnswerController {

    record Answer(
            @Schema(
                    description =
                            "From the invitation's link; not needed when the account's address is the invited one")
            @Nullable
            String token) {}

    private static final Answer WITHOUT_LINK = new Answer(null);

    private final InvitationAnswers answers;

    InvitationAnswerController(InvitationAnswers answers) {
        this.answers = answers;
    }

    @Operation(summary = "Invitations that wait for the caller's answer, newest first")
    @GetMapping("/me/invitations")
    Page<MyInvitation> mine(Caller caller) {
        return Page.whole(answers.mine(caller));
    }

    @Operation(
            summary = "Accept an invitation",
            description = "For the account with the invited address, or whoever has the token of the link. Works"
                    + " once. 409 invitation-used; invitation-expired; inviter-lost-right; already-member.")
    @Refuses({404, 409})
    @PostMapping("/invitations/{invitationId}/accept")
    Team accept(
            Caller caller, @PathVariable long invitationId, @RequestBody(required = false) @Nullable Answer answer) {
        return answers.accept(caller, invitationId, (answer == null ? WITHOUT_LINK : answer).token());
    }

    @Operation(
            summary = "Decline an invitation",
            description = "The address may be invited again. 409 invitation-used.")
    @Refuses({404, 409})
    @PostMapping("/invitations/{invitationId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(
            Caller caller, @PathVariable long invitationId, @RequestBody(required = false) @Nullable Answer answer) {
        answers.decline(caller, invitationId, (answer == null ? WITHOUT_LINK : answer).token());
    }
}
