package io.processflow.engine.graph;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A compiled process: immutable, made once per version by {@link GraphBuilder}, walked by the engine and explored by the
 * soundness check. A node's index is its element's place in the list the graph was built from.
 */
public final class ProcessGraph {

    private final List<Node> nodes;
    private final List<ElementKey> keys;
    private final List<String> names;
    private final Map<ElementKey, Integer> byKey;
    private final int start;
    private final boolean hasChallenges;
    private final boolean needsPoints;
    private final BitSet payingInLoops;

    ProcessGraph(List<Node> nodes, List<ElementKey> keys, List<String> names, int start) {
        this.nodes = List.copyOf(nodes);
        this.keys = List.copyOf(keys);
        this.names = List.copyOf(names);
        this.start = start;
        this.byKey = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byKey.put(keys.get(i), i);
        }
        this.hasChallenges = nodes.stream().anyMatch(Node.ChallengeNode.class::isInstance);
        this.needsPoints = nodes.stream().anyMatch(ProcessGraph::involvesPoints);
        this.payingInLoops = Loops.paying(this);
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int index) {
        return nodes.get(index);
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The element a node was built from. */
    public ElementKey key(int index) {
        return keys.get(index);
    }

    /** What people call the node: its title, else the id it was drawn with. */
    public String name(int index) {
        return names.get(index);
    }

    /** The index of an element's node, or {@link Node#NONE}. */
    public int indexOf(ElementKey key) {
        return byKey.getOrDefault(key, Node.NONE);
    }

    /** The index of the start node, or {@link Node#NONE} for a drawing that has none. */
    public int start() {
        return start;
    }

    public boolean hasChallenges() {
        return hasChallenges;
    }

    /** True when a step may have to know how many points somebody has: for a reward, or to show them. */
    public boolean needsPoints() {
        return needsPoints;
    }

    /** True when some node adds points and can be visited again: with loop damping it pays less then. */
    public boolean paysInLoops() {
        return !payingInLoops.isEmpty();
    }

    public boolean paysInLoop(int index) {
        return payingInLoops.get(index);
    }

    /** True when the node lies in the region, directly or in a region within it. */
    public boolean isInside(int index, int challenge) {
        int around = index == Node.NONE ? Node.NONE : node(index).challenge();
        while (around != Node.NONE) {
            if (around == challenge) {
                return true;
            }
            around = node(around).challenge();
        }
        return false;
    }

    /** Where a token may go from here, missing ways left out. */
    public List<Integer> successors(int index) {
        List<Integer> ways = switch (node(index)) {
            case Node.StartNode start -> List.of(start.next());
            case Node.EndNode ignored -> List.<Integer>of();
            case Node.ActivityNode activity -> List.of(activity.next());
            case Node.InfoNode info -> List.of(info.next());
            case Node.GatewayNode gateway -> List.of(gateway.whenTrue(), gateway.whenFalse());
            case Node.AndSplitNode split -> List.of(split.first(), split.second());
            case Node.AndJoinNode join -> List.of(join.next());
            case Node.ChallengeNode ignored -> List.<Integer>of();
            case Node.GamificationEventNode event -> List.of(event.next());
        };
        return ways.stream().filter(way -> way != Node.NONE).toList();
    }

    private static boolean involvesPoints(Node node) {
        return switch (node) {
            case Node.ActivityNode activity -> activity.reward() != null || showsPoints(activity.options());
            case Node.InfoNode info -> info.reward() != null || showsPoints(info.options());
            case Node.GatewayNode gateway ->
                gateway.condition() != null
                        && (namesPoints(gateway.condition().left().names())
                                || namesPoints(gateway.condition().right().names()));
            case Node.ChallengeNode challenge -> challenge.reward() != null;
            case Node.GamificationEventNode event -> event.reward() != null;
            case Node.StartNode ignored -> false;
            case Node.EndNode ignored -> false;
            case Node.AndSplitNode ignored -> false;
            case Node.AndJoinNode ignored -> false;
        };
    }

    private static boolean showsPoints(Map<String, io.processflow.engine.value.Template> options) {
        return namesPoints(options.values().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.toSet()));
    }

    private static boolean namesPoints(Set<String> names) {
        return names.stream().anyMatch(io.processflow.engine.value.VariableNames::isPoints);
    }
}
