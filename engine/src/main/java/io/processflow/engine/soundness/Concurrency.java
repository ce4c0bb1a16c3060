package io.processflow.engine.soundness;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ActivityNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Verdict.Notice;
import io.processflow.engine.soundness.Verdict.NoticeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Notes, while the states of a graph are explored, what branches that run at once have in common. */
final class Concurrency {

    private final ProcessGraph graph;
    private final Places places;
    /** For each activity the later ones that write a variable it writes too, as far as no state has shown both. */
    private final Map<Integer, Marking> rivals = new TreeMap<>();
    /** For each end the places from which it can be reached. */
    private final Map<Integer, Marking> waysTo = new HashMap<>();

    private final Map<Integer, List<Integer>> predecessors = new HashMap<>();
    private final Map<Integer, Notice> sharedEnds = new TreeMap<>();
    private final List<Notice> conflicts = new ArrayList<>();

    Concurrency(ProcessGraph graph, Places places) {
        this.graph = graph;
        this.places = places;
        Map<String, List<Integer>> writers = new HashMap<>();
        for (Node node : graph.nodes()) {
            for (int next : graph.successors(node.index())) {
                predecessors.computeIfAbsent(next, unknown -> new ArrayList<>()).add(node.index());
            }
            if (node instanceof ActivityNode activity) {
                activity.outputs()
                        .forEach(name ->
                                writes(node.index(), writers.computeIfAbsent(name, unknown -> new ArrayList<>())));
            }
        }
    }

    private void writes(int node, List<Integer> earlier) {
        Marking itself = Marking.empty(places.count()).with(node);
        earlier.forEach(one -> rivals.merge(one, itself, (had, more) -> had.with(node)));
        earlier.add(node);
    }

    private List<String> common(int one, int other) {
        ActivityNode writer = (ActivityNode) graph.node(one);
        ActivityNode rival = (ActivityNode) graph.node(other);
        return writer.outputs().stream()
                .filter(rival.outputs()::contains)
                .sorted()
                .toList();
    }

    private Marking leadingTo(int end) {
        BitSet leading = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            for (int node : predecessors.getOrDefault(open.remove(), List.of())) {
                if (!leading.get(node)) {
                    leading.set(node);
                    leading.set(places.secondInput(node));
                    open.add(node);
                }
            }
        }
        return Marking.of(places.count(), leading);
    }

    /** A state was reached: do two of its tokens stand on steps that write one variable? */
    void look(Marking marking, Supplier<List<Integer>> run) {
        for (Map.Entry<Integer, Marking> pair : rivals.entrySet()) {
            int one = pair.getKey();
            if (marking.has(one)) {
                for (int other = marking.firstIn(pair.getValue());
                        other != Node.NONE;
                        other = marking.firstIn(pair.getValue())) {
                    pair.setValue(pair.getValue().without(other));
                    List<Integer> shown = new ArrayList<>(run.get());
                    shown.add(one);
                    shown.add(other);
                    conflicts.add(new Notice(NoticeKind.WRITE_CONFLICT, one, other, common(one, other), shown));
                }
            }
        }
    }

    /**
     * A token reached an end: can another one still do so?
     *
     * @param others the places of all other tokens
     * @param beside where the other token of a split goes in the same move, or {@link Node#NONE}
     */
    void ended(int end, Marking others, int beside, Supplier<List<Integer>> run) {
        boolean alone = others.isEmpty() && beside == Node.NONE;
        if (alone || sharedEnds.containsKey(end) || !isEnd(end)) {
            return;
        }
        Marking ways = waysTo.computeIfAbsent(end, this::leadingTo);
        boolean besideToo = beside == end || (beside != Node.NONE && ways.has(beside));
        if (besideToo || others.firstIn(ways) != Node.NONE) {
            List<Integer> shown = new ArrayList<>(run.get());
            shown.add(end);
            sharedEnds.put(end, new Notice(NoticeKind.SHARED_END, end, Node.NONE, List.of(), shown));
        }
    }

    private boolean isEnd(int node) {
        return node != Node.NONE && graph.node(node) instanceof Node.EndNode;
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(sharedEnds.values());
        notices.addAll(conflicts);
        return notices;
    }
}
