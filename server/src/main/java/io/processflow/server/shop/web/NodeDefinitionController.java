package io.processflow.server.shop.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.shop.Definition;
import io.processflow.server.shop.NodeDefinition;
import io.processflow.server.shop.NodeDefinition.Visibility;
import io.processflow.server.shop.NodeDefinitions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Node definitions", description = "Kinds of activities, and what a team's editor offers.")
class NodeDefinitionController {

    private final NodeDefinitions definitions;

    NodeDefinitionController(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    @GetMapping("/api/shop/node-definitions")
    @Operation(
            summary = "Browse the shop",
            description = "Built-in and public definitions and those of the caller's teams, by name. 422 for an unknown"
                    + " mode.")
    Page<NodeDefinition> shop(
            Caller caller,
            @RequestParam @Nullable String search,
            @RequestParam @Nullable String mode,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return definitions.shop(caller, search, mode, PageRequest.of(limit, cursor));
    }

    @GetMapping("/api/node-definitions/{id}")
    @Operation(summary = "Read a definition", description = "404 when the caller may not know of it.")
    NodeDefinition get(Caller caller, @PathVariable long id) {
        return definitions.get(caller, id);
    }

    @PostMapping("/api/teams/{teamId}/node-definitions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Create a definition",
            description = "Needs the page Shop. The team's editor offers it at once. 422 lists every wrong field.")
    NodeDefinition create(Caller caller, @PathVariable long teamId, @RequestBody Body body) {
        return definitions.create(caller, teamId, body.definition(), body.visibility());
    }

    @PutMapping("/api/node-definitions/{id}")
    @Operation(
            summary = "Change a definition",
            description = "Makes a new version; published processes keep theirs. Needs the page Shop in its team.")
    NodeDefinition change(Caller caller, @PathVariable long id, @RequestBody Body body) {
        return definitions.change(caller, id, body.definition(), body.visibility());
    }

    @DeleteMapping("/api/node-definitions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a definition",
            description = "One in use leaves the shop and stays for its users. Needs the page Shop in its team.")
    void remove(Caller caller, @PathVariable long id) {
        definitions.remove(caller, id);
    }

    @GetMapping("/api/teams/{teamId}/editor/node-definitions")
    @Operation(
            summary = "What the team's editor offers",
            description = "The built-in definitions and those the team added. Needs the page Editor.")
    Page<NodeDefinition> offered(Caller caller, @PathVariable long teamId) {
        return Page.whole(definitions.offered(caller, teamId));
    }

    @PutMapping("/api/teams/{teamId}/editor/node-definitions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Add a definition to the team's editor", description = "Needs the page Editor or Shop.")
    void offer(Caller caller, @PathVariable long teamId, @PathVariable long id) {
        definitions.offer(caller, teamId, id);
    }

    @DeleteMapping("/api/teams/{teamId}/editor/node-definitions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a definition out of the team's editor",
            description = "Needs the page Editor or Shop. 409 built-in for what is always there.")
    void withdraw(Caller caller, @PathVariable long teamId, @PathVariable long id) {
        definitions.withdraw(caller, teamId, id);
    }

    /** What a definition is made or changed from. */
    record Body(@Nullable Definition definition, @Nullable Visibility visibility) {}
}
