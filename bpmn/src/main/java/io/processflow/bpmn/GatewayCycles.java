package io.processflow.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds circles of gateways alone: who enters one would run for ever without anything being done. */
final class GatewayCycles {

    /** An event-based gateway waits, so a circle through one is none. */
    private static final Set<String> INSTANT =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway");

    private GatewayCycles() {}

    /** The first gateway, in the order of the file, that lies in such a circle. */
    static Optional<DrawnNode> first(DrawnProcess process) {
        Map<String, DrawnNode> gateways = new LinkedHashMap<>();
        process.nodes().stream()
                .filter(node -> INSTANT.contains(node.kind()))
                .forEach(node -> gateways.put(node.id(), node));
        Map<String, Set<String>> next = new HashMap<>();
        for (DrawnFlow flow : process.flows()) {
            if (gateways.containsKey(flow.source()) && gateways.containsKey(flow.target())) {
                next.computeIfAbsent(flow.source(), id -> new HashSet<>()).add(flow.target());
            }
        }
        peel(next);
        return gateways.values().stream()
                .filter(gateway -> reachesItself(gateway.id(), next))
                .findFirst();
    }

    /** Takes away, again and again, what leads nowhere: what is left leads into a circle. */
    private static void peel(Map<String, Set<String>> next) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Set<String> targets : next.values()) {
                changed |= targets.removeIf(target -> !next.containsKey(target));
            }
            changed |= next.values().removeIf(Set::isEmpty);
        }
    }

    private static boolean reachesItself(String id, Map<String, Set<String>> next) {
        Set<String> seen = new HashSet<>();
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>(List.copyOf(next.getOrDefault(id, Set.of())));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (at.equals(id)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }
}
