package io.processflow.engine.soundness;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.ProcessGraph;
import java.util.Arrays;

/** Numbers the places of a graph: one a node, and a second one for the second input of a join. */
final class Places {

    private final ProcessGraph graph;
    private final int[] secondInput;
    private final int[] nodeOfExtra;
    private final int count;

    Places(ProcessGraph graph) {
        this.graph = graph;
        this.secondInput = new int[graph.size()];
        this.nodeOfExtra = new int[graph.size()];
        Arrays.setAll(secondInput, node -> node);
        int extra = 0;
        for (int i = 0; i < graph.size(); i++) {
            if (graph.node(i) instanceof AndJoinNode) {
                secondInput[i] = graph.size() + extra;
                nodeOfExtra[extra++] = i;
            }
        }
        this.count = graph.size() + extra;
    }

    int count() {
        return count;
    }

    int node(int place) {
        return place < graph.size() ? place : nodeOfExtra[place - graph.size()];
    }

    int firstInput(int join) {
        return join;
    }

    /** For a node that is no join its only place. */
    int secondInput(int node) {
        return secondInput[node];
    }

    /** Where a token from one node arrives at another. */
    int arrival(int from, int to) {
        boolean second = graph.node(to) instanceof AndJoinNode join && join.firstInput() != from;
        return second ? secondInput[to] : to;
    }

    /** An end holds any number of tokens: what arrives there is gone. */
    boolean swallows(int to) {
        return to == Node.NONE || graph.node(to) instanceof Node.EndNode;
    }
}
