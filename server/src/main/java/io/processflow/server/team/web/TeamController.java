package io.processflow.server.team.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.Refuses;
import io.processflow.server.team.ColorScheme;
import io.processflow.server.team.Members;
import io.processflow.server.team.Team;
import io.processflow.server.team.TeamChange;
import io.processflow.server.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Teams")
@RestController
@RequestMapping(path = "/api/teams", produces = MediaType.APPLICATION_JSON_VALUE)
class TeamController {

    record NewTeam(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 3, maxLength = 80, example = "Demo Shop")
            @Nullable
            String name,

            @Schema(description = "Indigo when missing") @Nullable
            ColorScheme colorScheme) {}

    record NewOwner(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            UUID userId) {}

    private final Teams teams;
    private final Members members;

    TeamController(Teams teams, Members members) {
        this.teams = teams;
        this.members = members;
    }

    @Operation(
            summary = "The caller's teams, by name",
            description = "With archived=true: the archived ones the caller owns and can still restore.")
    @GetMapping
    Page<Team> list(Caller caller, @RequestParam(defaultValue = "false") boolean archived) {
        return Page.whole(archived ? teams.archived(caller) : teams.list(caller));
    }

    @Operation(
            summary = "Create a team",
            description = "The caller becomes its first member, with the role owner, which opens every page. 422"
                    + " invalid: the name or a colour.")
    @Refuses(422)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Team create(Caller caller, @RequestBody NewTeam wanted) {
        return teams.create(caller, wanted.name(), wanted.colorScheme());
    }

    @Operation(summary = "A team, with the caller's own roles and pages")
    @Refuses(404)
    @GetMapping("/{teamId}")
    Team get(Caller caller, @PathVariable long teamId) {
        return teams.get(caller, teamId);
    }

    @Operation(
            summary = "Change name, colours, or what is paid",
            description = "Needs the page Team. What is missing stays. 422 invalid: the name or a colour.")
    @Refuses({404, 422})
    @PatchMapping("/{teamId}")
    Team change(Caller caller, @PathVariable long teamId, @RequestBody TeamChange wanted) {
        return teams.change(caller, teamId, wanted);
    }

    @Operation(
            summary = "Delete a team",
            description =
                    "For owners. It is gone for everybody at once; an owner can restore it for seven days, then it"
                            + " is removed with everything in it. 422 invalid: the name typed is not the team's.")
    @Refuses({404, 422})
    @DeleteMapping("/{teamId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(
            Caller caller,
            @PathVariable long teamId,
            @Parameter(description = "The team's name as the person typed it", required = true, example = "Demo Shop")
                    @RequestParam(required = false)
                    @Nullable
                    String name) {
        teams.archive(caller, teamId, name);
    }

    @Operation(summary = "Restore an archived team", description = "For owners, within seven days. 409 not-archived.")
    @Refuses({404, 409})
    @PostMapping("/{teamId}/restore")
    Team restore(Caller caller, @PathVariable long teamId) {
        return teams.restore(caller, teamId);
    }

    @Operation(
            summary = "Leave a team",
            description = "Roles and claims go; what was earned stays. 409 owner: hand the ownership over first.")
    @Refuses({404, 409})
    @PostMapping("/{teamId}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller caller, @PathVariable long teamId) {
        members.leave(caller, teamId);
    }

    @Operation(
            summary = "Hand the ownership to another member",
            description = "For owners who signed in within the last 15 minutes. The caller stays a member. 422"
                    + " invalid: userId is no other member.")
    @Refuses({404, 422})
    @PostMapping("/{teamId}/transfer-ownership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transferOwnership(Caller caller, @PathVariable long teamId, @RequestBody NewOwner wanted) {
        members.transferOwnership(caller, teamId, wanted.userId());
    }
}
