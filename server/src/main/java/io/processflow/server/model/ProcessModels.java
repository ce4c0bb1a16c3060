package io.processflow.server.model;

import io.processflow.bpmn.EmptyDrawing;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The process models of a team: making, finding, describing and removing them. */
@Service
public class ProcessModels {

    private static final int MOST_ROLES = 100;

    private final ModelAccess access;
    private final TeamScope scope;
    private final ProcessModelStore store;
    private final VersionStore versions;
    private final ContextStore roles;

    ProcessModels(
            ModelAccess access, TeamScope scope, ProcessModelStore store, VersionStore versions, ContextStore roles) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.versions = versions;
        this.roles = roles;
    }

    /** The last edited first; archived ones are hidden. */
    public Page<ProcessModel> list(Caller caller, long teamId, @Nullable String search, PageRequest request) {
        access.editorOfTeam(caller, teamId);
        String wanted = JsonValues.storable(search == null ? "" : search.strip());
        List<ProcessModel> found = scope.inTeam(teamId, () -> store.list(teamId, wanted, request));
        return Page.of(found, request, ProcessModelStore::place, Function.identity());
    }

    /** Makes a model whose diagram holds nothing but a start. */
    public ProcessModel create(Caller caller, long teamId, @Nullable String name, @Nullable String description) {
        Member member = access.editorOfTeam(caller, teamId);
        String checkedName = ModelTexts.name(name);
        String checkedDescription = ModelTexts.text("/description", description);
        return scope.inTeam(teamId, () -> {
            long id = store.insert(member, checkedName, checkedDescription, EmptyDrawing.xml(checkedName));
            return find(member, id);
        });
    }

    public ProcessModel get(Caller caller, long id) {
        Member member = access.editor(caller, id);
        return scope.inTeam(member.teamId(), () -> find(member, id));
    }

    public ProcessModel change(Caller caller, long id, ModelChange change) {
        Member member = access.editor(caller, id);
        return scope.inTeam(member.teamId(), () -> {
            store.lock(member.teamId(), id);
            ProcessModel model = find(member, id);
            String name = change.name() == null ? model.name() : ModelTexts.name(change.name());
            String description = change.description() == null
                    ? model.description()
                    : ModelTexts.text("/description", change.description());
            List<Long> startableBy =
                    change.startableBy() == null ? model.startableBy() : roles(member, change.startableBy());
            store.describe(member, id, name, description, startableBy);
            if (change.publishedVersion() != null) {
                choose(member, model, change.publishedVersion().orElse(null));
            }
            return find(member, id);
        });
    }

    /**
     * Removes a model. One with instances is archived instead: hidden, and never started again.
     *
     * @param withHistory whether its instances are removed as well
     */
    public void remove(Caller caller, long id, boolean withHistory) {
        Member member = access.editor(caller, id);
        try {
            scope.inTeam(member.teamId(), () -> remove(member, id, withHistory));
        } catch (DataIntegrityViolationException startedMeanwhile) {
            scope.inTeam(member.teamId(), () -> archive(member, id));
        }
    }

    private boolean remove(Member member, long id, boolean withHistory) {
        if (!store.lock(member.teamId(), id)) {
            throw Rejection.notFound();
        }
        if (withHistory) {
            store.deleteInstances(member.teamId(), id);
        }
        if (store.hasInstances(member.teamId(), id)) {
            return archive(member, id);
        }
        store.delete(member.teamId(), id);
        return true;
    }

    private boolean archive(Member member, long id) {
        store.archive(member, id);
        return false;
    }

    private void choose(Member member, ProcessModel model, @Nullable Integer version) {
        if (version != null
                && versions.drawing(member.teamId(), model.id(), version).isEmpty()) {
            throw Rejection.invalid("/publishedVersion", "There is no such version of this process.");
        }
        if (version != null && model.archivedAt() != null) {
            throw Rejection.conflict("archived", "This process was deleted; it can not be started any more.");
        }
        store.choose(member, model.id(), version);
    }

    private List<Long> roles(Member member, List<Long> wanted) {
        Set<Long> known = roles.roles(member.teamId()).stream()
                .filter(role -> role.replacedBy() == null)
                .map(TeamContext.TeamRole::id)
                .collect(Collectors.toSet());
        if (wanted.size() > MOST_ROLES
                || !wanted.stream().allMatch(role -> Objects.nonNull(role) && known.contains(role))) {
            throw Rejection.invalid("/startableBy", "Expected ids of roles of this team.");
        }
        return wanted.stream().distinct().toList();
    }

    private ProcessModel find(Member member, long id) {
        return store.find(member.teamId(), id).orElseThrow(Rejection::notFound);
    }
}
