package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A drawn process by its levels: its own and that of each sub-process. */
final class Levels {

    private final DrawnProcess process;
    private final Map<String, DrawnNode> nodes = new HashMap<>();
    private final Map<String, List<DrawnNode>> nodesOf = new HashMap<>();
    private final Map<String, List<DrawnFlow>> flowsOf = new HashMap<>();

    Levels(DrawnProcess process) {
        this.process = process;
        for (DrawnNode node : process.nodes()) {
            nodes.putIfAbsent(node.id(), node);
            nodesOf.computeIfAbsent(node.scope(), scope -> new ArrayList<>()).add(node);
        }
        for (DrawnFlow flow : process.flows()) {
            DrawnNode source = node(flow.source());
            String scope = source == null ? flow.scope() : source.scope();
            flowsOf.computeIfAbsent(scope, unknown -> new ArrayList<>()).add(flow);
        }
    }

    DrawnProcess process() {
        return process;
    }

    /** The first node with this id; null when there is none. */
    @Nullable
    DrawnNode node(@Nullable String id) {
        return id == null ? null : nodes.get(id);
    }

    /** What lies directly in the process or sub-process of that id, in the order of the file. */
    List<DrawnNode> nodes(String scope) {
        return nodesOf.getOrDefault(scope, List.of());
    }

    /** The flows that come from there. */
    List<DrawnFlow> flows(String scope) {
        return flowsOf.getOrDefault(scope, List.of());
    }
}
