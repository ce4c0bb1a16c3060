package io.processflow.server.model;

import io.processflow.bpmn.Drawing;
import io.processflow.bpmn.Severity;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.value.Value;
import io.processflow.server.model.Drawings.Compiled;
import io.processflow.server.model.GraphWriteStore.Row;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.shop.Definition;
import io.processflow.server.shop.PinnedDefinition;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Publishes drafts: compiles one and stores the graph that new instances run on, for good. */
@Service
public class Publishing {

    private final ModelAccess access;
    private final TeamScope scope;
    private final Drafts drafts;
    private final Drawings drawings;
    private final PublishingStores stores;
    private final JsonMapper json;

    Publishing(
            ModelAccess access,
            TeamScope scope,
            Drafts drafts,
            Drawings drawings,
            PublishingStores stores,
            JsonMapper json) {
        this.access = access;
        this.scope = scope;
        this.drafts = drafts;
        this.drawings = drawings;
        this.stores = stores;
        this.json = json;
    }

    /**
     * How to publish.
     *
     * @param revision the draft's revision that was looked at; null for whichever there is
     * @param note what the version is about
     * @param force whether stand-ins and findings about behaviour are accepted
     */
    public record Order(@Nullable Long revision, @Nullable String note, boolean force) {}

    /**
     * Makes the next version, which new instances use from now on.
     *
     * @param wanted asked for only when the caller may publish at all, so that a stranger learns nothing from its errors
     * @return its number
     * @throws Rejection 412 {@code stale-draft}; 422 {@code findings} when one is an error; 409 {@code confirm} when some
     *     have to be accepted
     */
    public int publish(Caller caller, long modelId, Supplier<Order> wanted) {
        Member member = access.editor(caller, modelId);
        Order order = wanted.get();
        String note = ModelTexts.text("/note", order.note());
        Draft draft = drafts.read(member, modelId);
        if (order.revision() != null && order.revision() != draft.revision()) {
            throw Drafts.stale(draft);
        }
        Drawing drawing = Drawings.readDraft(draft.bytes());
        Compiled looked = scope.inTeam(member.teamId(), () -> drawings.compile(member.teamId(), drawing));
        // Before the model is locked: exploring takes up to two seconds, and only the drawing decides what it finds.
        Behaviour behaviour = Behaviour.of(looked.compilation().elements());
        return scope.inTeam(member.teamId(), () -> {
            Draft now = stores.drafts().lock(member.teamId(), modelId).orElseThrow(Rejection::notFound);
            if (now.revision() != draft.revision()) {
                throw Drafts.stale(now);
            }
            // Roles and definitions may have changed since; now their deletion waits.
            Compiled compiled = drawings.compile(member.teamId(), drawing);
            List<ModelFinding> findings = accepted(compiled, behaviour, order.force());
            return store(member, modelId, now, compiled, findings, note);
        });
    }

    private static List<ModelFinding> accepted(Compiled compiled, Behaviour behaviour, boolean force) {
        List<ModelFinding> all = new ArrayList<>(compiled.findings());
        all.addAll(behaviour.findings());
        if (all.stream().anyMatch(ModelFinding::blocksPublishing)) {
            throw Rejection.unprocessable("findings", "The drawing can not be published yet: see findings.")
                    .with("findings", all);
        }
        List<ModelFinding> toConfirm = new ArrayList<>(behaviour.toConfirm());
        all.stream()
                .filter(finding -> finding.severity().equals(Severity.STAND_IN.text()))
                .forEach(toConfirm::add);
        if (!toConfirm.isEmpty() && !force) {
            throw Rejection.conflict("confirm", "There are findings to be accepted before this is published.")
                    .with("findings", all);
        }
        return toConfirm;
    }

    private int store(
            Member member, long modelId, Draft draft, Compiled compiled, List<ModelFinding> accepted, String note) {
        long teamId = member.teamId();
        if (stores.models().find(teamId, modelId).orElseThrow().archivedAt() != null) {
            throw Rejection.conflict("archived", "This process was deleted; it can not be published any more.");
        }
        int version = stores.versions().last(teamId, modelId) + 1;
        stores.versions().insert(member, modelId, version, draft.xml(), json.writeValueAsString(accepted), note);
        List<Row> rows = compiled.compilation().elements().stream()
                .map(element -> row(element, compiled))
                .toList();
        stores.graphs().write(teamId, modelId, version, rows);
        stores.models().choose(member, modelId, version);
        return version;
    }

    private static Row row(Element element, Compiled compiled) {
        NodeData data = new NodeData(element.data());
        boolean drawn = element.madeBy() == null && element.key().part() == 0;
        Optional<PinnedDefinition> pinned = drawn ? compiled.context().definitionOf(data) : Optional.empty();
        return new Row(
                withTries(element, pinned.map(PinnedDefinition::definition)),
                drawn ? compiled.compilation().shapes().get(element.key().bpmnId()) : null,
                element.type() == NodeType.activityNode ? url(data, pinned) : null,
                pinned.map(PinnedDefinition::versionId).orElse(null));
    }

    /** A step for people without an address of its own is done in the form that the product shows. */
    static String url(NodeData data, Optional<PinnedDefinition> pinned) {
        return NodeAddress.of(data, pinned.map(PinnedDefinition::definition)).orElse(Definition.BUILT_IN_FORM);
    }

    /** The engine's outbox reads from the element alone how often a call is tried. */
    private static Element withTries(Element element, Optional<Definition> definition) {
        Integer tries = definition
                .filter(Definition::isAutomatic)
                .map(Definition::tries)
                .orElse(null);
        if (tries == null) {
            return element;
        }
        Map<String, Value> data = new LinkedHashMap<>(element.data());
        data.put(Definition.TRIES_IN_DATA, Value.Number.of(tries));
        return new Element(
                element.key(),
                element.madeBy(),
                element.type(),
                data,
                element.challenge(),
                element.inputs(),
                element.successors());
    }
}
