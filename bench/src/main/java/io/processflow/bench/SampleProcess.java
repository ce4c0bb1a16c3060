package io.processflow.bench;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.InstanceState;
import io.processflow.engine.StepResult;
import io.processflow.engine.Visit;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small process and the engine on it. */
final class SampleProcess {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor SOMEBODY = new Actor.Person(new UUID(0, 1));

    private final ProcessGraph graph;

    private SampleProcess(ProcessGraph graph) {
        this.graph = graph;
    }

    /** A decision, two branches and a join. */
    static SampleProcess branches() {
        return new SampleProcess(GraphBuilder.build(List.of(
                element("start", NodeType.startNode, Map.of(), "ask"),
                manual("ask", "split"),
                element("split", NodeType.andSplitNode, Map.of(), "left", "right"),
                manual("left", "join"),
                manual("right", "join"),
                join("join", "left", "right", "check"),
                isYes("check", "end", "again"),
                manual("again", "end"),
                element("end", NodeType.endNode, Map.of()))));
    }

    /** A step that is asked again until the answer is yes. */
    static SampleProcess loop() {
        return new SampleProcess(GraphBuilder.build(List.of(
                element("start", NodeType.startNode, Map.of(), "ask"),
                manual("ask", "check"),
                isYes("check", "end", "ask"),
                element("end", NodeType.endNode, Map.of()))));
    }

    InstanceState start() {
        return accepted(InstanceState.notStarted(), new Command.Start(SOMEBODY, AT, Map.of()));
    }

    /** Completes the oldest open step. */
    InstanceState complete(InstanceState state, Map<String, Value> answer) {
        Visit open = state.open().iterator().next();
        return accepted(state, new Command.Complete(SOMEBODY, AT, open.number(), answer));
    }

    private InstanceState accepted(InstanceState state, Command command) {
        return switch (Engine.step(graph, state, command)) {
            case StepResult.Accepted accepted -> accepted.state();
            case StepResult.Rejected rejected -> throw new IllegalStateException(rejected.detail());
        };
    }

    private static Element isYes(String name, String yes, String no) {
        return element(
                name,
                NodeType.gatewayNode,
                Map.of(
                        NodeData.VALUE_1,
                        Value.text("{answer}"),
                        NodeData.COMPARISON,
                        Value.text("=="),
                        NodeData.VALUE_2,
                        Value.text("yes")),
                yes,
                no);
    }

    private static Element manual(String name, String next) {
        return element(
                name,
                NodeType.activityNode,
                Map.of(NodeData.EXECUTION_MODE, Value.text("Manual"), NodeData.OUTPUT_VARIABLE, Value.text("answer")),
                next);
    }

    private static Element join(String name, String left, String right, String next) {
        List<ElementKey> inputs = List.of(ElementKey.drawn(left), ElementKey.drawn(right));
        return new Element(
                ElementKey.drawn(name), null, NodeType.andJoinNode, Map.of(), null, inputs, successors(next));
    }

    private static Element element(String name, NodeType type, Map<String, Value> data, String... next) {
        return new Element(ElementKey.drawn(name), null, type, data, null, List.of(), successors(next));
    }

    private static List<@Nullable Successor> successors(String... next) {
        List<@Nullable Successor> successors = new ArrayList<>();
        for (String to : next) {
            successors.add(new Successor(ElementKey.drawn(to), List.of()));
        }
        return successors;
    }
}
