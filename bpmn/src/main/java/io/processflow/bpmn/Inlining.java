package io.processflow.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * N-inline: which sub-processes run as part of the process around them. Those in which only one thing happens at a time,
 * from one start to an end that can always be reached, so that they are over exactly when one of their ends is.
 */
final class Inlining {

    private static final Set<String> PARALLEL = Set.of("parallelGateway", "inclusiveGateway", "complexGateway");
    private static final Set<String> CHOOSING = Set.of("exclusiveGateway", "eventBasedGateway");

    private final DrawnProcess process;
    private final Map<String, List<DrawnNode>> inside = new HashMap<>();
    private final Map<String, List<DrawnFlow>> flowsFrom = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    private Inlining(DrawnProcess process) {
        this.process = process;
        for (DrawnNode node : process.nodes()) {
            inside.computeIfAbsent(node.scope(), scope -> new java.util.ArrayList<>())
                    .add(node);
        }
        for (DrawnFlow flow : process.flows()) {
            if (flow.source() != null && flow.target() != null) {
                flowsFrom
                        .computeIfAbsent(flow.source(), id -> new java.util.ArrayList<>())
                        .add(flow);
                entered.add(flow.target());
            }
        }
    }

    /** The ids of the process and of the sub-processes that run as part of it. */
    static Set<String> levels(DrawnProcess process) {
        Inlining inlining = new Inlining(process);
        Set<String> levels = new LinkedHashSet<>(Set.of(process.id()));
        for (DrawnNode node : inlining.process.nodes()) {
            // In the order of the file an outer one comes before what is in it.
            if (levels.contains(node.scope()) && inlining.isInlined(node)) {
                levels.add(node.id());
            }
        }
        return levels;
    }

    private boolean isInlined(DrawnNode node) {
        List<DrawnNode> inner = inside.getOrDefault(node.id(), List.of());
        return node.kind().equals("subProcess")
                && !NetBuilder.isNote(node)
                && !node.isMultiple()
                && !node.isLoop()
                && inner.stream().allMatch(this::oneAtATime)
                && hasOneStart(inner)
                && alwaysEnds(inner);
    }

    private boolean oneAtATime(DrawnNode node) {
        int ways = flowsFrom.getOrDefault(node.id(), List.of()).size();
        boolean beside = node.kind().equals("boundaryEvent") && !node.flag("cancelActivity", true);
        return !PARALLEL.contains(node.kind())
                && !NetBuilder.isNote(node)
                && !beside
                && (ways < 2 || CHOOSING.contains(node.kind()))
                && node.triggers().stream().noneMatch("link"::equals);
    }

    private static boolean isStart(DrawnNode node) {
        return node.kind().equals("startEvent");
    }

    private List<DrawnNode> heads(List<DrawnNode> inner) {
        List<DrawnNode> starts = inner.stream().filter(Inlining::isStart).toList();
        return starts.isEmpty()
                ? inner.stream()
                        .filter(node ->
                                !entered.contains(node.id()) && !node.kind().equals("boundaryEvent"))
                        .toList()
                : starts;
    }

    private boolean hasOneStart(List<DrawnNode> inner) {
        List<DrawnNode> heads = heads(inner);
        return heads.size() == 1
                && (!isStart(heads.getFirst()) || heads.getFirst().triggers().isEmpty());
    }

    /** Whether everything inside is reached from the start and leads to something nothing follows. */
    private boolean alwaysEnds(List<DrawnNode> inner) {
        Map<String, Set<String>> forward = new HashMap<>();
        Map<String, Set<String>> backward = new HashMap<>();
        for (DrawnNode node : inner) {
            flowsFrom.getOrDefault(node.id(), List.of()).forEach(flow -> {
                put(forward, node.id(), String.valueOf(flow.target()));
                put(backward, String.valueOf(flow.target()), node.id());
            });
            String activity = node.references().attachedTo();
            if (activity != null) {
                put(forward, activity, node.id());
                put(backward, node.id(), activity);
            }
        }
        Set<String> ids = new HashSet<>(inner.stream().map(DrawnNode::id).toList());
        List<String> ends = inner.stream()
                .map(DrawnNode::id)
                .filter(id -> flowsFrom.getOrDefault(id, List.of()).isEmpty())
                .toList();
        List<String> starts = heads(inner).stream().map(DrawnNode::id).toList();
        return closure(starts, forward).equals(ids) && closure(ends, backward).equals(ids);
    }

    private static void put(Map<String, Set<String>> edges, String from, String to) {
        edges.computeIfAbsent(from, id -> new HashSet<>()).add(to);
    }

    private static Set<String> closure(List<String> from, Map<String, Set<String>> edges) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String next : edges.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }
}
