package io.processflow.server.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.processflow.bpmn.Drawing;
import io.processflow.engine.graph.Node;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows what was published, and gives it names. */
@Service
public class Versions {

    private final ModelAccess access;
    private final TeamScope scope;
    private final VersionStore store;
    private final Startables models;
    private final PublishedGraphs graphs;
    private final DraftStore drafts;
    private final Drawings drawings;

    Versions(
            ModelAccess access,
            TeamScope scope,
            VersionStore store,
            Startables models,
            PublishedGraphs graphs,
            DraftStore drafts,
            Drawings drawings) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.models = models;
        this.graphs = graphs;
        this.drafts = drafts;
        this.drawings = drawings;
    }

    /** The newest first. */
    public Page<PublishedVersion> list(Caller caller, long modelId, PageRequest request) {
        Member member = access.editor(caller, modelId);
        List<PublishedVersion> found =
                scope.inTeam(member.teamId(), () -> store.list(member.teamId(), modelId, request));
        return Page.of(found, request, version -> List.of(version.version()), Function.identity());
    }

    /**
     * Calls a version by a name, or takes the name away.
     *
     * @param name null: it stays as it is; empty: none any more
     * @throws Rejection 404 when there is no such version; 422 when the name is too long
     */
    public PublishedVersion name(Caller caller, long modelId, int version, @Nullable Optional<String> name) {
        Member member = access.editor(caller, modelId);
        String checked = name == null ? null : name.map(ModelTexts::versionName).orElse(null);
        return scope.inTeam(member.teamId(), () -> {
            if (name != null) {
                store.name(member.teamId(), modelId, version, checked);
            }
            return store.find(member.teamId(), modelId, version).orElseThrow(Rejection::notFound);
        });
    }

    /** BPMN 2.0 as it was published. */
    public byte[] drawing(Caller caller, long modelId, int version) {
        Member member = access.editor(caller, modelId);
        return scope.inTeam(member.teamId(), () -> store.drawing(member.teamId(), modelId, version))
                .orElseThrow(Rejection::notFound)
                .getBytes(UTF_8);
    }

    /**
     * The names of the variables a start must give: of the version new starts use; of the draft while there is none.
     *
     * @throws Rejection 403 for who may neither edit nor start it
     */
    public List<String> inputs(Caller caller, long modelId) {
        Member member = access.member(caller, modelId);
        return scope.inTeam(member.teamId(), () -> {
            Startable model = models.find(modelId).orElseThrow(Rejection::notFound);
            if (!member.may(TeamPage.EDITOR) && !mayStart(model, member)) {
                throw Rejection.forbidden(
                        "page-missing",
                        "This needs a role with the page " + TeamPage.EDITOR.label()
                                + ", or one that may start this process.");
            }
            return model.publishedVersion() == null
                    ? inputsOfDraft(member, modelId)
                    : inputs(graphs.load(modelId, model.publishedVersion()));
        });
    }

    private static boolean mayStart(Startable model, Member member) {
        return member.may(TeamPage.TASKS) && model.startableBy().stream().anyMatch(member.roleIds()::contains);
    }

    private List<String> inputsOfDraft(Member member, long modelId) {
        Draft draft = drafts.find(member.teamId(), modelId).orElseThrow(Rejection::notFound);
        Drawing drawing = Drawings.readDraft(draft.bytes());
        return drawings.compile(member.teamId(), drawing).compilation().inputs();
    }

    private static List<String> inputs(CompiledVersion version) {
        return version.graph().nodes().stream()
                .filter(Node.StartNode.class::isInstance)
                .map(Node.StartNode.class::cast)
                .findFirst()
                .map(Node.StartNode::inputs)
                .orElse(List.of());
    }
}
