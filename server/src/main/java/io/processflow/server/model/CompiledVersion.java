package io.processflow.server.model;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published version as the run-time needs it: immutable, cached for as long as the version exists. A node's index is the
 * place of its {@code flow_element} row in the order of the rows' ids.
 */
public final class CompiledVersion {

    /**
     * What is constant about a node.
     *
     * @param elementId id of its {@code flow_element} row
     * @param roleId whose task it is, if it is a step for people
     * @param executionUrl where an automatic activity is called, or a manual one's page is
     */
    public record NodeInfo(
            long elementId,
            Element element,
            @Nullable Long roleId,
            @Nullable String executionUrl) {

        public NodeData data() {
            return new NodeData(element.data());
        }

        /** The title as it was drawn; placeholders are not replaced here. */
        public String title() {
            String title = data().text(NodeData.TASK);
            return title == null ? element.key().bpmnId() : title;
        }
    }

    private final long modelId;
    private final int version;
    private final long teamId;
    private final ProcessGraph graph;
    private final List<NodeInfo> nodes;
    private final Map<Long, Integer> byElementId = new HashMap<>();
    private final @Nullable Template instanceTitle;

    public CompiledVersion(long modelId, int version, long teamId, ProcessGraph graph, List<NodeInfo> nodes) {
        this.modelId = modelId;
        this.version = version;
        this.teamId = teamId;
        this.graph = graph;
        this.nodes = List.copyOf(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            byElementId.put(nodes.get(i).elementId(), i);
        }
        String title = graph.start() == Node.NONE
                ? null
                : nodes.get(graph.start()).data().text(NodeData.INSTANCE_TITLE);
        this.instanceTitle = title == null ? null : Template.of(Value.text(title.strip()));
    }

    public long modelId() {
        return modelId;
    }

    public int version() {
        return version;
    }

    public long teamId() {
        return teamId;
    }

    public ProcessGraph graph() {
        return graph;
    }

    /** What an instance is called, once its variables are known; null when the drawing says nothing about it. */
    public @Nullable Template instanceTitle() {
        return instanceTitle;
    }

    public NodeInfo node(int index) {
        return nodes.get(index);
    }

    /** The index of the node with this {@code flow_element} id. */
    public int indexOf(long elementId) {
        Integer index = byElementId.get(elementId);
        if (index == null) {
            throw new IllegalStateException(
                    "expected element " + elementId + " in version " + version + " of model " + modelId);
        }
        return index;
    }
}
