package io.processflow.bpmn;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds circles of gateways alone: who enters one would run for ever without anything being done. */
final class GatewayCycles {

    /** An event-based gateway waits, so a circle through one is none. */
    private static final Set<String> INSTANT =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway");

    private GatewayCycles() {}

    /** The first gateway, in the order of the file, that is drawn in such a circle. */
    static Optional<DrawnNode> first(DrawnProcess process) {
        Map<String, DrawnNode> gateways = new LinkedHashMap<>();
        process.nodes().stream()
                .filter(node -> INSTANT.contains(node.kind()))
                .forEach(node -> gateways.putIfAbsent(node.id(), node));
        Map<DrawnNode, Set<DrawnNode>> next = new HashMap<>();
        for (DrawnFlow flow : process.flows()) {
            DrawnNode source = gateways.get(flow.source());
            DrawnNode target = gateways.get(flow.target());
            if (source != null && target != null) {
                next.computeIfAbsent(source, gateway -> new LinkedHashSet<>()).add(target);
            }
        }
        return first(gateways.values(), next);
    }

    /** The first knot in a circle in which nobody does or decides anything, when the rules are done. */
    static Optional<Knot> first(Net net) {
        List<Knot> instant = net.knots.stream().filter(GatewayCycles::isInstant).toList();
        Map<Knot, Set<Knot>> next = new HashMap<>();
        for (Knot knot : instant) {
            next.put(
                    knot,
                    knot.out.stream()
                            .map(way -> way.to)
                            .filter(GatewayCycles::isInstant)
                            .collect(Collectors.toSet()));
        }
        return first(instant, next);
    }

    private static boolean isInstant(Knot knot) {
        return switch (knot.kind) {
            case AND, PASS -> true;
            case CHOICE -> knot.choice instanceof Choice.Compared;
            case START, END, ACTIVITY, INFO, EVENT, OR -> false;
        };
    }

    /** What is left when all that leads nowhere or comes from nowhere is taken away, again and again. */
    private static <T> Optional<T> first(Collection<T> all, Map<T, Set<T>> next) {
        Map<T, Set<T>> previous = new HashMap<>();
        next.forEach((from, targets) -> targets.forEach(to ->
                previous.computeIfAbsent(to, target -> new LinkedHashSet<>()).add(from)));
        Set<T> left = new LinkedHashSet<>(all);
        peel(left, next, previous);
        peel(left, previous, next);
        return left.stream().filter(node -> reachesItself(node, left, next)).findFirst();
    }

    private static <T> void peel(Set<T> left, Map<T, Set<T>> ahead, Map<T, Set<T>> behind) {
        Deque<T> open = new ArrayDeque<>(left);
        while (!open.isEmpty()) {
            T node = open.pop();
            if (left.contains(node)
                    && ahead.getOrDefault(node, Set.of()).stream().noneMatch(left::contains)) {
                left.remove(node);
                behind.getOrDefault(node, Set.of()).stream()
                        .filter(left::contains)
                        .forEach(open::push);
            }
        }
    }

    private static <T> boolean reachesItself(T node, Set<T> left, Map<T, Set<T>> next) {
        Set<T> seen = new LinkedHashSet<>();
        Deque<T> open = new ArrayDeque<>(next.getOrDefault(node, Set.of()));
        while (!open.isEmpty()) {
            T at = open.pop();
            if (at.equals(node)) {
                return true;
            }
            if (left.contains(at) && seen.add(at)) {
                open.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }
}
