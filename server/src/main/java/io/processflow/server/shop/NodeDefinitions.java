package io.processflow.server.shop;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.shop.NodeDefinition.Visibility;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Creates, changes and finds node definitions. A change is a new version: published elements keep theirs. */
@Service
public class NodeDefinitions {

    private final Access access;
    private final TeamScope scope;
    private final NodeDefinitionStore store;
    private final ExecutionUrls urls;
    private final ObjectProvider<DefinitionUse> uses;
    private final JsonMapper json;

    NodeDefinitions(
            Access access,
            TeamScope scope,
            NodeDefinitionStore store,
            ExecutionUrls urls,
            ObjectProvider<DefinitionUse> uses,
            JsonMapper json) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.urls = urls;
        this.uses = uses;
        this.json = json;
    }

    /** What the shop shows somebody: the built-in, the public ones and those of the person's own teams, by name. */
    public Page<NodeDefinition> shop(
            Caller caller, @Nullable String search, @Nullable String mode, PageRequest request) {
        if (mode != null && !mode.equals(Definition.MANUAL) && !mode.equals(Definition.AUTOMATIC)) {
            throw Rejection.invalid("mode", "Expected Manual or Automatic.");
        }
        String wanted = JsonValues.storable(search == null ? "" : search.strip());
        List<Long> teamIds = ownTeams(caller);
        return scope.inTeams(teamIds, () -> {
            List<NodeDefinition> found = store.shop(teamIds, wanted, mode, request);
            return Page.of(found, request, NodeDefinitionStore::place, Function.identity());
        });
    }

    /** @throws Rejection 404 when there is none, or only one of a team the caller is no member of */
    public NodeDefinition get(Caller caller, long id) {
        List<Long> teamIds = ownTeams(caller);
        return scope.inTeams(teamIds, () -> store.find(teamIds, id)).orElseThrow(Rejection::notFound);
    }

    /** Makes a definition of the team; its own editor offers it at once. */
    public NodeDefinition create(
            Caller caller, long teamId, @Nullable Definition definition, @Nullable Visibility visibility) {
        Member member = access.member(caller, teamId, TeamPage.SHOP);
        Wanted wanted = checked(definition, visibility);
        return scope.inTeam(teamId, () -> {
            long id = store.insert(member, wanted.json(), wanted.visibility());
            store.insertVersion(member, id, 1, wanted.json());
            store.offer(teamId, id);
            return store.find(List.of(teamId), id).orElseThrow();
        });
    }

    /**
     * Makes the next version.
     *
     * @throws Rejection 409 {@code already-public} when a public definition should be its team's alone: others may use it
     */
    public NodeDefinition change(
            Caller caller, long id, @Nullable Definition definition, @Nullable Visibility visibility) {
        Member member = owner(caller, id);
        Wanted wanted = checked(definition, visibility);
        return scope.inTeam(member.teamId(), () -> {
            NodeDefinition last = store.lock(member.teamId(), id).orElseThrow(Rejection::notFound);
            if (last.visibility() == Visibility.Public && wanted.visibility() == Visibility.Team) {
                throw Rejection.conflict(
                        "already-public",
                        "Other teams may use it, so it stays public. Removing it takes it out of the shop.");
            }
            store.insertVersion(member, id, last.version() + 1, wanted.json());
            store.update(member.teamId(), id, last.version() + 1, wanted.json(), wanted.visibility());
            return store.find(List.of(member.teamId()), id).orElseThrow();
        });
    }

    /** Removes a definition that nobody uses; one in use leaves the shop and stays for its users. */
    public void remove(Caller caller, long id) {
        Member member = owner(caller, id);
        scope.inTeam(member.teamId(), () -> {
            NodeDefinition last = store.lock(member.teamId(), id).orElseThrow(Rejection::notFound);
            store.takeBack(member.teamId(), id);
            // Which other teams use a public one is theirs to know, so it is kept for them.
            if (last.visibility() == Visibility.Public || isUsed(member.teamId(), id)) {
                return store.archive(member.teamId(), id);
            }
            return store.delete(member.teamId(), id);
        });
    }

    /** What the team's editor offers: the built-in definitions, then those it has added, each by name. */
    public List<NodeDefinition> offered(Caller caller, long teamId) {
        access.member(caller, teamId, TeamPage.EDITOR);
        return scope.inTeam(teamId, () -> store.offered(teamId));
    }

    /** Adds a definition to the team's editor; adding it again changes nothing. */
    public void offer(Caller caller, long teamId, long id) {
        editorOrShop(access.member(caller, teamId));
        scope.inTeam(teamId, () -> {
            NodeDefinition found = store.find(List.of(teamId), id).orElseThrow(Rejection::notFound);
            if (!found.builtIn()) {
                store.offer(teamId, id);
            }
            return found;
        });
    }

    /** Takes a definition out of the team's editor; what was drawn with it stays as it is. */
    public void withdraw(Caller caller, long teamId, long id) {
        editorOrShop(access.member(caller, teamId));
        scope.inTeam(teamId, () -> {
            NodeDefinition found = store.find(List.of(teamId), id).orElseThrow(Rejection::notFound);
            if (found.builtIn()) {
                throw Rejection.conflict("built-in", "What is built in is always there.");
            }
            return store.takeBack(teamId, id);
        });
    }

    /** The newest versions of those of the definitions that the team may use; runs within the team's scope. */
    public Map<Long, PinnedDefinition> newest(Collection<Long> definitionIds) {
        return store.newest(definitionIds).stream()
                .collect(Collectors.toMap(PinnedDefinition::definitionId, Function.identity()));
    }

    /** One version of a definition that the team may use; runs within the team's scope. */
    public Optional<PinnedDefinition> version(long definitionId, int version) {
        return store.version(definitionId, version);
    }

    private List<Long> ownTeams(Caller caller) {
        return access.memberships(caller).stream().map(Member::teamId).toList();
    }

    private Member owner(Caller caller, long id) {
        return access.memberOfTeamOf(caller, () -> store.teamOf(id)).require(TeamPage.SHOP);
    }

    private static void editorOrShop(Member member) {
        if (!member.may(TeamPage.EDITOR)) {
            member.require(TeamPage.SHOP);
        }
    }

    private boolean isUsed(long teamId, long id) {
        return uses.orderedStream().anyMatch(use -> use.uses(teamId, id));
    }

    private Wanted checked(@Nullable Definition definition, @Nullable Visibility visibility) {
        DefinitionCheck.check(definition, urls);
        if (visibility == null) {
            throw Rejection.invalid("/visibility", "Expected Public or Team.");
        }
        String written = json.writeValueAsString(definition);
        JsonValues.value(json.readTree(written));
        return new Wanted(written, visibility);
    }

    private record Wanted(String json, Visibility visibility) {}
}
