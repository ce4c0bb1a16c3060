package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every process must have: one start, an end, and ways between them for all that is drawn. */
final class StructureChecks {

    private final Net net;

    StructureChecks(Net net) {
        this.net = net;
    }

    /** Circles of gateways as drawn, and those left when all that does nothing is gone. */
    void circles(DrawnProcess process) {
        GatewayCycles.first(process)
                .map(DrawnNode::id)
                .or(() -> GatewayCycles.first(net).map(Knot::id))
                .ifPresent(this::circle);
    }

    private void circle(String gateway) {
        net.knots.stream()
                .filter(knot -> knot.id().equals(gateway))
                .findFirst()
                .ifPresent(knot -> net.find(GATEWAY_CYCLE, gateway, "name", knot.label()));
    }

    void check() {
        List<Knot> starts = net.ofKind(Knot.Kind.START);
        if (starts.isEmpty()) {
            net.find(NO_START, null);
            return;
        }
        if (starts.stream().anyMatch(start -> start.out.isEmpty())) {
            net.find(EMPTY_PROCESS, starts.getFirst().id());
        } else if (net.ofKind(Knot.Kind.END).isEmpty()) {
            net.find(NO_END, null);
        }
        ways(starts);
    }

    private void ways(List<Knot> starts) {
        Set<Knot> reached = Net.reachableFrom(starts);
        Set<Knot> ending = Net.leadingTo(net.ofKind(Knot.Kind.END));
        Set<String> stuck = new HashSet<>();
        boolean hasWay = starts.stream().noneMatch(start -> start.out.isEmpty());
        for (Knot knot : net.knots) {
            if (!reached.contains(knot)) {
                if (knot.main) {
                    net.find(R_UNREACHABLE, knot.id(), "name", knot.label());
                }
            } else if (hasWay && !ending.contains(knot) && !ending.isEmpty() && stuck.add(knot.id())) {
                net.find(NO_WAY_TO_END, knot.id(), "name", knot.label());
            }
        }
    }
}
