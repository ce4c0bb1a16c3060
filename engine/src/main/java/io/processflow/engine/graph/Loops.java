package io.processflow.engine.graph;

import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.graph.RewardRule.Points;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Finds the nodes that give points more than once in one instance. */
final class Loops {

    private Loops() {}

    /** The nodes that add points and lie on a way back to themselves; a challenge can begin again whenever it is left. */
    static BitSet paying(ProcessGraph graph) {
        BitSet paying = new BitSet();
        for (Node node : graph.nodes()) {
            if (adds(node) && (node instanceof Node.ChallengeNode || leadsBack(graph, node.index()))) {
                paying.set(node.index());
            }
        }
        return paying;
    }

    private static boolean adds(Node node) {
        RewardRule rule = node.reward();
        return rule != null && rule.prize() instanceof Points points && points.method() == PointMethod.incrementBy;
    }

    private static boolean leadsBack(ProcessGraph graph, int from) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(graph.successors(from));
        while (!open.isEmpty() && !seen.get(from)) {
            int next = open.remove();
            if (!seen.get(next)) {
                seen.set(next);
                open.addAll(graph.successors(next));
            }
        }
        return seen.get(from);
    }
}
