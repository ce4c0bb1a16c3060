package io.processflow.server.team.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Refuses;
import io.processflow.server.team.Members;
import io.processflow.server.team.TeamMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Members")
@RestController
@RequestMapping(path = "/api/teams/{teamId}/members", produces = MediaType.APPLICATION_JSON_VALUE)
class MemberController {

    record RolesOfMember(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "[7, 9]") @Nullable
            List<@Nullable Long> roleIds) {}

    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @Operation(summary = "The members by username", description = "E-mail addresses only for the page Team.")
    @Refuses(404)
    @GetMapping
    Page<TeamMember> list(
            Caller caller,
            @PathVariable long teamId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return members.list(caller, teamId, PageRequest.of(limit, cursor));
    }

    @Operation(
            summary = "Remove a member",
            description = "Needs the page Team; an owner can only be removed by an owner. 409 owner: the team needs"
                    + " this person.")
    @Refuses({404, 409})
    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable long teamId, @PathVariable UUID userId) {
        members.remove(caller, teamId, userId);
    }

    @Operation(
            summary = "Set the roles of a member",
            description = "Needs the page Team. Nobody gives a page they lack, and only owners make owners. 409"
                    + " owner: the team would be without its owner; 422 invalid: a role is not of this team.")
    @Refuses({404, 409, 422})
    @PutMapping("/{userId}/roles")
    TeamMember setRoles(
            Caller caller, @PathVariable long teamId, @PathVariable UUID userId, @RequestBody RolesOfMember wanted) {
        return members.setRoles(caller, teamId, userId, wanted.roleIds());
    }
}
