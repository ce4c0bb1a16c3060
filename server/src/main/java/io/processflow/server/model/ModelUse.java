package io.processflow.server.model;

import io.processflow.bpmn.BpmnReader;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.NodeData;
import io.processflow.server.model.DraftStore.NamedDraft;
import io.processflow.server.shop.DefinitionUse;
import io.processflow.server.team.RoleReplaced;
import io.processflow.server.team.RoleUsage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Knows which roles and definitions the team's drafts and versions name. */
@Component
class ModelUse implements RoleUsage, DefinitionUse {

    private final ModelUseStore store;
    private final DraftStore drafts;
    private final ProcessModelStore models;
    private final Drawings drawings;

    ModelUse(ModelUseStore store, DraftStore drafts, ProcessModelStore models, Drawings drawings) {
        this.store = store;
        this.drafts = drafts;
        this.models = models;
        this.drawings = drawings;
    }

    @Override
    public List<Use> usesOf(long teamId, long roleId) {
        List<Use> uses = new ArrayList<>();
        String name = store.roleName(teamId, roleId).orElse("");
        for (NamedDraft draft : drafts.mentioning(teamId, mention(NodeData.ASSIGNED_ROLE, roleId), name)) {
            long count = steps(teamId, draft, roleId);
            if (count > 0) {
                uses.add(new Use("draft", draft.name(), count));
            }
        }
        uses.addAll(store.versionsNaming(teamId, roleId));
        uses.addAll(store.startableBy(teamId, roleId));
        return uses;
    }

    @Override
    public boolean uses(long teamId, long definitionId) {
        return store.isPinned(teamId, definitionId)
                || !drafts.mentioning(teamId, mention(NodeData.NODE_DEFINITION_ID, definitionId), "")
                        .isEmpty();
    }

    @EventListener
    void replaced(RoleReplaced replaced) {
        models.replaceRole(replaced.teamId(), replaced.roleId(), replaced.replacedBy());
    }

    /** How many steps of a draft are the role's, by its id or by a lane of its name. */
    private long steps(long teamId, NamedDraft draft, long roleId) {
        var drawing = BpmnReader.readDraft(new Draft(draft.xml(), 0).bytes());
        List<Element> elements = drawings.compile(teamId, drawing).compilation().elements();
        return elements.stream()
                .map(element -> new NodeData(element.data()).text(NodeData.ASSIGNED_ROLE))
                .filter(role -> String.valueOf(roleId).equals(role))
                .count();
    }

    /** A member of a node's data as it may stand in XML, where quotes can be written as entities. */
    private static String mention(String member, long id) {
        return member + "(&quot;|&#34;|&#x22;|[\"\\s:])*" + id + "([^0-9]|$)";
    }
}
