package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.Node.EndNode;
import io.processflow.engine.graph.Node.GatewayNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph with a manual step, a gate, in front of every node and of every input of a join, so that the engine can be led
 * through it in any order, as the check explores it: opening a gate is one move of the check. Gateways ask the variable that
 * is set just before.
 */
final class PacedProcess {

    private static final Actor SOMEBODY = new Actor.Person(new java.util.UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ProcessGraph original;
    private final ProcessGraph paced;

    PacedProcess(ProcessGraph original) {
        this.original = original;
        Drawing drawing = Drawing.process().start();
        original.nodes().forEach(node -> draw(drawing, node));
        drawing.flow("start", gate(Node.NONE, original.start()));
        this.paced = drawing.graph();
    }

    private void draw(Drawing drawing, Node node) {
        int index = node.index();
        String name = name(index);
        switch (node) {
            case EndNode ignored -> drawing.end(name);
            case AndJoinNode join -> {
                for (int input : List.of(join.firstInput(), join.secondInput())) {
                    String gate = gate(input, index);
                    drawing.manual(gate).flow(gate, name);
                }
                drawing.join(name);
            }
            case GatewayNode ignored -> {
                drawing.manual(gate(Node.NONE, index), "go").gateway(name, "{go}", "==", true);
                drawing.flow(gate(Node.NONE, index), name);
            }
            case Node.AndSplitNode ignored ->
                drawing.manual(gate(Node.NONE, index)).split(name).flow(gate(Node.NONE, index), name);
            case Node.ChallengeNode ignored -> {}
            default -> drawing.manual(gate(Node.NONE, index)).event(name).flow(gate(Node.NONE, index), name);
        }
        for (int next : ways(node)) {
            drawing.flow(name, original.node(next) instanceof EndNode ? name(next) : gate(index, next));
        }
    }

    private static List<Integer> ways(Node node) {
        return switch (node) {
            case GatewayNode gateway -> List.of(gateway.whenTrue(), gateway.whenFalse());
            case Node.AndSplitNode split -> List.of(split.first(), split.second());
            case AndJoinNode join -> List.of(join.next());
            case Node.StartNode start -> List.of(start.next());
            case Node.ActivityNode activity -> List.of(activity.next());
            case Node.InfoNode info -> List.of(info.next());
            case Node.GamificationEventNode event -> List.of(event.next());
            case EndNode ignored -> List.of();
            case Node.ChallengeNode ignored -> List.of();
        };
    }

    private static String name(int node) {
        return "node " + node;
    }

    /** Where a token from one node waits for its move through another. */
    private String gate(int from, int to) {
        return original.node(to) instanceof AndJoinNode ? "gate " + from + " to " + to : "gate of " + to;
    }

    InstanceState started() {
        return step(InstanceState.notStarted(), new Command.Start(SOMEBODY, NOW, Map.of()));
    }

    private InstanceState step(InstanceState state, Command command) {
        return switch (Engine.step(paced, state, command)) {
            case StepResult.Accepted accepted -> accepted.state();
            case StepResult.Rejected rejected -> throw new AssertionError(rejected + " for " + command);
        };
    }

    InstanceState open(InstanceState state, Visit gate, boolean go) {
        boolean asks = paced.node(gate.node()) instanceof Node.ActivityNode activity
                && !activity.outputs().isEmpty();
        Map<String, Value> outputs = asks ? Map.of("go", Value.truth(go)) : Map.of();
        return step(state, new Command.Complete(SOMEBODY, NOW, gate.number(), outputs));
    }

    /** The gates that hold a token. */
    List<Visit> gates(InstanceState state) {
        return state.open().stream()
                .filter(visit -> visit.status() == VisitStatus.TODO)
                .toList();
    }

    /** The original's node a visit is at, or in front of. */
    int nodeOf(Visit visit) {
        String name = paced.name(visit.node());
        return Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
    }

    boolean isChoice(Visit gate) {
        return original.node(nodeOf(gate)) instanceof GatewayNode;
    }

    /** A gate of a join: one token there does not reach the join yet. */
    boolean joins(Visit gate) {
        return original.node(nodeOf(gate)) instanceof AndJoinNode;
    }

    /** All states after a node of the original has fired: one for each way it may go, none when it can not. */
    List<InstanceState> fired(InstanceState state, int node) {
        List<Visit> here =
                gates(state).stream().filter(gate -> nodeOf(gate) == node).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        if (original.node(node) instanceof AndJoinNode) {
            List<Visit> inputs = new ArrayList<>();
            for (Visit gate : here) {
                if (inputs.stream().noneMatch(other -> other.node() == gate.node())) {
                    inputs.add(gate);
                }
            }
            return inputs.size() < 2 ? List.of() : List.of(open(open(state, inputs.get(0), true), inputs.get(1), true));
        }
        return isChoice(here.getFirst())
                ? List.of(open(state, here.getFirst(), true), open(state, here.getFirst(), false))
                : List.of(open(state, here.getFirst(), true));
    }

    /** States the engine can be in after these nodes have fired in this order, one for each way its tokens can stand. */
    Collection<InstanceState> after(List<Integer> run) {
        Collection<InstanceState> states = List.of(started());
        for (int node : run) {
            Map<List<Integer>, InstanceState> byTokens = new HashMap<>();
            for (InstanceState state : states) {
                for (InstanceState next : fired(state, node)) {
                    byTokens.putIfAbsent(
                            next.open().stream().map(Visit::node).sorted().toList(), next);
                }
            }
            states = byTokens.values();
        }
        return states;
    }
}
