package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drawn process with everything in it, that of its sub-processes included, in the order of the file. */
public final class DrawnProcess {

    private final String id;
    private final @Nullable String name;
    private final DrawnNode.DrawnData data;
    private final List<DrawnNode> nodes;
    private final List<DrawnFlow> flows;
    private final List<DrawnLane> lanes;
    private final XmlElement xml;

    DrawnProcess(
            XmlElement xml,
            String id,
            DrawnNode.DrawnData data,
            List<DrawnNode> nodes,
            List<DrawnFlow> flows,
            List<DrawnLane> lanes) {
        this.xml = xml;
        this.id = id;
        this.name = Names.folded(xml.attribute("name"));
        this.data = data;
        this.nodes = List.copyOf(nodes);
        this.flows = List.copyOf(flows);
        this.lanes = List.copyOf(lanes);
    }

    public String id() {
        return id;
    }

    public @Nullable String name() {
        return name;
    }

    /** How many flow nodes are drawn in it. */
    public int size() {
        return nodes.size();
    }

    NodeData data() {
        return data.values();
    }

    @Nullable
    String dataProblem() {
        return data.problem();
    }

    List<DrawnNode> nodes() {
        return nodes;
    }

    List<DrawnFlow> flows() {
        return flows;
    }

    /** Those that are written in another process. */
    List<DrawnFlow> flowsWrittenElsewhere() {
        Set<String> scopes = new HashSet<>(Set.of(id));
        nodes.forEach(node -> scopes.add(node.id()));
        return flows.stream().filter(flow -> !scopes.contains(flow.scope())).toList();
    }

    List<DrawnLane> lanes() {
        return lanes;
    }

    XmlElement xml() {
        return xml;
    }
}
