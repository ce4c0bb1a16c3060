package io.processflow.engine.soundness;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ActivityNode;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.Node.GatewayNode;
import io.processflow.engine.graph.Node.StartNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Verdict.Notice;
import io.processflow.engine.soundness.Verdict.NoticeKind;
import io.processflow.engine.value.VariableNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows the ways on which one variable has not been written: from the start, past every node that does not declare it, and
 * past a join only when neither of its branches has written it. A choice on such a way may meet the variable unset.
 */
final class UnsetVariables {

    private final ProcessGraph graph;
    private final String name;
    /** The nodes a token can reach while the variable is unset, in the order they were found, each with those before it. */
    private final Map<Integer, Set<Integer>> before = new TreeMap<>();

    private final List<Integer> reached = new ArrayList<>();
    private final BitSet isReached = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();

    private UnsetVariables(ProcessGraph graph, String name) {
        this.graph = graph;
        this.name = name;
    }

    /** A notice for each choice and each variable it may meet unset. */
    static List<Notice> in(ProcessGraph graph) {
        Map<String, List<Integer>> readers = new TreeMap<>();
        for (Node node : graph.nodes()) {
            names(node)
                    .forEach(name -> readers.computeIfAbsent(name, unknown -> new ArrayList<>())
                            .add(node.index()));
        }
        List<Notice> notices = new ArrayList<>();
        readers.forEach((name, choices) -> {
            UnsetVariables unset = new UnsetVariables(graph, name);
            unset.follow();
            choices.stream()
                    .filter(unset.isReached::get)
                    .map(choice ->
                            new Notice(NoticeKind.UNSET_VARIABLE, choice, Node.NONE, List.of(name), unset.run(choice)))
                    .forEach(notices::add);
        });
        return notices;
    }

    /** What a choice compares; points and secrets are always there. */
    private static Set<String> names(Node node) {
        Set<String> names = new TreeSet<>();
        if (node instanceof GatewayNode gateway && gateway.condition() != null) {
            names.addAll(gateway.condition().left().names());
            names.addAll(gateway.condition().right().names());
            names.removeIf(name -> !VariableNames.isWritable(name));
        }
        return names;
    }

    private void follow() {
        reach(graph.start(), Node.NONE);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (!writes(graph.node(node))) {
                graph.successors(node).forEach(next -> reach(next, node));
            }
        }
    }

    private boolean writes(Node node) {
        return switch (node) {
            case StartNode start -> start.inputs().contains(name);
            case ActivityNode activity -> activity.outputs().contains(name);
            default -> false;
        };
    }

    /** The first way to a node is enough; a join goes on when a token has come from either side. */
    private void reach(int node, int from) {
        if (isReached.get(node)) {
            return;
        }
        Set<Integer> froms = before.computeIfAbsent(node, unknown -> new TreeSet<>());
        if (from != Node.NONE) {
            froms.add(from);
        }
        if (!(graph.node(node) instanceof AndJoinNode) || froms.size() == 2) {
            isReached.set(node);
            reached.add(node);
            open.add(node);
        }
    }

    /** The nodes on the way to a choice, both branches of the joins among them, in an order a run can take. */
    private List<Integer> run(int choice) {
        BitSet onTheWay = new BitSet();
        Deque<Integer> back = new ArrayDeque<>(List.of(choice));
        while (!back.isEmpty()) {
            int node = back.remove();
            if (!onTheWay.get(node)) {
                onTheWay.set(node);
                back.addAll(before.getOrDefault(node, Set.of()));
            }
        }
        return reached.stream().filter(onTheWay::get).toList();
    }
}
