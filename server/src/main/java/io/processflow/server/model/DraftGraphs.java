package io.processflow.server.model;

import io.processflow.bpmn.Drawing;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.model.Drawings.Compiled;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compiles saved drafts to be tried out, half-drawn ones too: what is missing shows when a token comes there. */
@Service
public class DraftGraphs {

    private final ModelAccess access;
    private final TeamScope scope;
    private final Drafts drafts;
    private final Drawings drawings;

    DraftGraphs(ModelAccess access, TeamScope scope, Drafts drafts, Drawings drawings) {
        this.access = access;
        this.scope = scope;
        this.drafts = drafts;
        this.drawings = drawings;
    }

    /** @throws Rejection 404, 403; 422 {@code no-start} or, for settings that nothing can hold, {@code findings} */
    public DraftGraph compile(Caller caller, long modelId) {
        Member member = access.editor(caller, modelId);
        Draft draft = drafts.read(member, modelId);
        Drawing drawing = Drawings.readDraft(draft.bytes());
        return scope.inTeam(member.teamId(), () -> {
            Compiled compiled = drawings.compile(member.teamId(), drawing);
            return graph(member.teamId(), modelId, draft.revision(), compiled);
        });
    }

    private static DraftGraph graph(long teamId, long modelId, long revision, Compiled compiled) {
        List<Element> elements = compiled.compilation().elements();
        List<ModelFinding> unusable = compiled.findings().stream()
                .filter(finding -> finding.code().equals(NodeChecks.BAD_DATA))
                .toList();
        if (!unusable.isEmpty()) {
            throw Rejection.unprocessable("findings", "The drawing can not be run yet: see findings.")
                    .with("findings", unusable);
        }
        ProcessGraph graph = GraphBuilder.build(elements);
        if (graph.start() == Node.NONE) {
            throw Rejection.unprocessable("no-start", "The drawing has no start yet: nothing can run.");
        }
        RoleIds current = compiled.context().roleIds();
        List<NodeInfo> nodes = new ArrayList<>();
        Map<Long, String> names = new LinkedHashMap<>();
        for (Element element : elements) {
            NodeInfo node = node(nodes.size() + 1L, element, current, compiled.context());
            nodes.add(node);
            Long role = node.roleId();
            String name = role == null ? null : compiled.context().roleName(role);
            if (role != null && name != null) {
                names.put(role, name);
            }
        }
        return new DraftGraph(revision, new CompiledVersion(modelId, 0, teamId, graph, nodes), names);
    }

    private static NodeInfo node(long id, Element element, RoleIds current, TeamContext context) {
        NodeData data = new NodeData(element.data());
        String role = data.text(NodeData.ASSIGNED_ROLE);
        return new NodeInfo(id, element, role == null ? null : current.of(role), url(element, data, context));
    }

    private static @Nullable String url(Element element, NodeData data, TeamContext context) {
        boolean drawn = element.madeBy() == null && element.key().part() == 0;
        return drawn && element.type() == NodeType.activityNode
                ? Publishing.url(data, context.definitionOf(data))
                : null;
    }
}
