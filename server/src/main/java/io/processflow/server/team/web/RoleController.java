package io.processflow.server.team.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.Refuses;
import io.processflow.server.team.Role;
import io.processflow.server.team.Roles;
import io.processflow.server.team.TeamPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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

@Tag(name = "Roles")
@RestController
@RequestMapping(path = "/api/teams/{teamId}/roles", produces = MediaType.APPLICATION_JSON_VALUE)
class RoleController {

    record NewRole(
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 60, example = "Warehouse") @Nullable
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "#2F9E6E") @Nullable
            String color,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "[\"Tasks\"]") @Nullable
            List<@Nullable TeamPage> allowedPages) {}

    record RoleChange(
            @Schema(maxLength = 60, example = "Warehouse") @Nullable
            String name,

            @Schema(example = "#2F9E6E") @Nullable String color,

            @Schema(example = "[\"Tasks\", \"Stats\"]") @Nullable
            List<@Nullable TeamPage> allowedPages) {}

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @Operation(summary = "The roles of a team, the owner's first, the others by name")
    @Refuses(404)
    @GetMapping
    Page<Role> list(Caller caller, @PathVariable long teamId) {
        return Page.whole(roles.list(caller, teamId));
    }

    @Operation(
            summary = "Create a role",
            description = "Needs the page Team. Nobody gives a page they lack. 409 name-taken; 422 invalid: name,"
                    + " colour or pages.")
    @Refuses({404, 409, 422})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Role create(Caller caller, @PathVariable long teamId, @RequestBody NewRole wanted) {
        return roles.create(caller, teamId, new Roles.Change(wanted.name(), wanted.color(), wanted.allowedPages()));
    }

    @Operation(
            summary = "Change a role",
            description = "Needs the page Team. What is missing stays. 409 name-taken; owner-role: the role owner"
                    + " stays as it is; 422 invalid: name, colour or pages.")
    @Refuses({404, 409, 422})
    @PatchMapping("/{roleId}")
    Role change(Caller caller, @PathVariable long teamId, @PathVariable long roleId, @RequestBody RoleChange wanted) {
        return roles.change(
                caller, teamId, roleId, new Roles.Change(wanted.name(), wanted.color(), wanted.allowedPages()));
    }

    @Operation(
            summary = "Delete a role",
            description = "Needs the page Team. A role in use needs a replacement. 409 role-in-use: usedIn lists"
                    + " where; owner-role; 422 invalid: replaceBy is no other role of the team.")
    @Refuses({404, 409, 422})
    @DeleteMapping("/{roleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Caller caller,
            @PathVariable long teamId,
            @PathVariable long roleId,
            @Parameter(description = "The role that members, tasks and published versions get instead")
                    @RequestParam(required = false)
                    @Nullable
                    Long replaceBy) {
        roles.delete(caller, teamId, roleId, replaceBy);
    }
}
