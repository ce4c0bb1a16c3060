package io.processflow.bench;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.InstanceState;
import io.processflow.engine.InstanceStatus;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine alone: a whole small instance with a decision, two branches and a join, from its start to its end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor SOMEBODY = new Actor.Person(new UUID(0, 1));

    private final ProcessGraph graph = GraphBuilder.build(List.of(
            element("start", NodeType.startNode, Map.of(), "ask"),
            manual("ask", "split"),
            element("split", NodeType.andSplitNode, Map.of(), "left", "right"),
            manual("left", "join"),
            manual("right", "join"),
            join("join", "left", "right", "check"),
            element(
                    "check",
                    NodeType.gatewayNode,
                    Map.of(
                            NodeData.VALUE_1,
                            Value.text("{answer}"),
                            NodeData.COMPARISON,
                            Value.text("=="),
                            NodeData.VALUE_2,
                            Value.text("yes")),
                    "end",
                    "again"),
            manual("again", "end"),
            element("end", NodeType.endNode, Map.of())));

    /** Four commands: a start and three completed steps on the way that is taken, and every event applied. */
    @Benchmark
    public InstanceState wholeInstance() {
        InstanceState state = accepted(InstanceState.notStarted(), new Command.Start(SOMEBODY, AT, Map.of()));
        while (state.status() != InstanceStatus.COMPLETED) {
            Visit open = state.open().iterator().next();
            state = accepted(
                    state, new Command.Complete(SOMEBODY, AT, open.number(), Map.of("answer", Value.text("yes"))));
        }
        return state;
    }

    private InstanceState accepted(InstanceState state, Command command) {
        return switch (Engine.step(graph, state, command)) {
            case StepResult.Accepted accepted -> accepted.state();
            case StepResult.Rejected rejected -> throw new IllegalStateException(rejected.detail());
        };
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
