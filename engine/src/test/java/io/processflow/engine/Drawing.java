package io.processflow.engine;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws a process in a test: nodes by name, then flows between them in the order of their branches. */
final class Drawing {

    private record Drawn(NodeType type, Map<String, Value> data, String challenge) {}

    private final Map<String, Drawn> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> flows = new LinkedHashMap<>();

    static Drawing process() {
        return new Drawing();
    }

    Drawing start(String... inputs) {
        Map<String, Value> data = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            data.put(NodeData.INPUT_VARIABLES + "-" + i, Value.text(inputs[i]));
        }
        return node("start", NodeType.startNode, data);
    }

    Drawing end(String name) {
        return node(name, NodeType.endNode, Map.of());
    }

    Drawing manual(String name, String... outputs) {
        return node(name, NodeType.activityNode, activity("Manual", outputs));
    }

    Drawing automatic(String name, String... outputs) {
        return node(name, NodeType.activityNode, activity("Automatic", outputs));
    }

    Drawing info(String name) {
        return node(name, NodeType.infoNode, Map.of());
    }

    Drawing gateway(String name, Object left, String comparison, Object right) {
        Map<String, Value> data = new LinkedHashMap<>();
        data.put(NodeData.VALUE_1, value(left));
        data.put(NodeData.COMPARISON, Value.text(comparison));
        data.put(NodeData.VALUE_2, value(right));
        return node(name, NodeType.gatewayNode, data);
    }

    Drawing split(String name) {
        return node(name, NodeType.andSplitNode, Map.of());
    }

    Drawing join(String name) {
        return node(name, NodeType.andJoinNode, Map.of());
    }

    Drawing event(String name) {
        return node(name, NodeType.gamificationEventNode, Map.of());
    }

    Drawing challenge(String name, long seconds) {
        return node(name, NodeType.challengeNode, Map.of(NodeData.SECONDS_TO_COMPLETE, Value.Number.of(seconds)));
    }

    /** Adds an option to a node drawn before. */
    Drawing with(String node, String option, Object value) {
        nodes.computeIfPresent(node, (name, drawn) -> {
            Map<String, Value> data = new LinkedHashMap<>(drawn.data());
            data.put(option, value(value));
            return new Drawn(drawn.type(), data, drawn.challenge());
        });
        return this;
    }

    Drawing points(String node, String kind, String method, Object amount) {
        with(node, NodeData.GAMIFICATION_TYPE, "Points");
        return with(
                node,
                NodeData.GAMIFICATION_OPTIONS,
                new Value.Fields(Map.of(
                        "pointType", Value.text(kind),
                        "pointsApplicationMethod", Value.text(method),
                        "pointsForSuccess", value(amount))));
    }

    Drawing inside(String challenge, String... members) {
        for (String member : members) {
            nodes.computeIfPresent(member, (name, drawn) -> new Drawn(drawn.type(), drawn.data(), challenge));
        }
        return this;
    }

    /** A way through several nodes: {@code flow("a", "b", "c")} is a to b and b to c. */
    Drawing flow(String... way) {
        for (int i = 0; i + 1 < way.length; i++) {
            flows.computeIfAbsent(way[i], name -> new ArrayList<>()).add(way[i + 1]);
        }
        return this;
    }

    /** A branch that is missing. */
    Drawing noFlow(String from) {
        flows.computeIfAbsent(from, name -> new ArrayList<>()).add("");
        return this;
    }

    /** The same process with its elements, and so the inputs of its joins, in another order. */
    Drawing shuffled(Random random) {
        Drawing copy = new Drawing();
        List<String> names = new ArrayList<>(nodes.keySet());
        Collections.shuffle(names, random);
        names.forEach(name -> copy.nodes.put(name, nodes.get(name)));
        List<String> sources = new ArrayList<>(flows.keySet());
        Collections.shuffle(sources, random);
        sources.forEach(name -> copy.flows.put(name, flows.get(name)));
        return copy;
    }

    ProcessGraph graph() {
        List<Element> elements = new ArrayList<>();
        nodes.forEach((name, drawn) -> elements.add(new Element(
                ElementKey.drawn(name),
                null,
                drawn.type(),
                drawn.data(),
                drawn.challenge() == null ? null : ElementKey.drawn(drawn.challenge()),
                drawn.type() == NodeType.andJoinNode ? inputs(name) : List.of(),
                successors(name))));
        return GraphBuilder.build(elements);
    }

    private List<ElementKey> inputs(String join) {
        return flows.entrySet().stream()
                .filter(flow -> flow.getValue().contains(join))
                .map(flow -> ElementKey.drawn(flow.getKey()))
                .toList();
    }

    private List<Successor> successors(String name) {
        List<Successor> successors = new ArrayList<>();
        for (String to : flows.getOrDefault(name, List.of())) {
            successors.add(to.isEmpty() ? null : new Successor(ElementKey.drawn(to), List.of(name + "->" + to)));
        }
        return successors;
    }

    private static Map<String, Value> activity(String mode, String... outputs) {
        Map<String, Value> data = new LinkedHashMap<>();
        data.put(NodeData.EXECUTION_MODE, Value.text(mode));
        for (int i = 0; i < outputs.length; i++) {
            data.put("outputs.v" + i, Value.text(outputs[i]));
        }
        return data;
    }

    private Drawing node(String name, NodeType type, Map<String, Value> data) {
        Map<String, Value> named = new LinkedHashMap<>(data);
        named.put(NodeData.TASK, Value.text(name));
        nodes.put(name, new Drawn(type, named, null));
        return this;
    }

    static Value value(Object value) {
        return switch (value) {
            case Value already -> already;
            case String text -> Value.text(text);
            case Integer number -> Value.Number.of(number);
            case Boolean truth -> Value.truth(truth);
            default -> throw new IllegalArgumentException("expected a text, number or boolean: " + value);
        };
    }
}
