package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the net of what is drawn on the process's own level: each node becomes a knot of the kind it means, with the
 * stand-ins for what the engine does not have.
 */
final class NetBuilder {

    private final DrawnProcess process;
    private final Net net = new Net();
    private final Map<String, DrawnNode> drawn = new HashMap<>();
    private final Map<String, Knot> knots = new LinkedHashMap<>();
    /** The process and the sub-processes that run as part of it. */
    private final Set<String> levels;
    /** Where those are left. */
    private final Map<String, Knot> exits = new HashMap<>();

    private NetBuilder(DrawnProcess process) {
        this.process = process;
        this.levels = Inlining.levels(process);
    }

    static Net build(DrawnProcess process) {
        return new NetBuilder(process).build();
    }

    private Net build() {
        for (DrawnNode node : process.nodes()) {
            drawn.putIfAbsent(node.id(), node);
        }
        Set<String> seen = new HashSet<>();
        for (DrawnNode node : process.nodes()) {
            if (levels.contains(node.scope()) && seen.add(node.id())) {
                node(node);
            }
        }
        process.flows().forEach(this::flow);
        knots.values().stream().filter(knot -> exits.containsKey(knot.id())).forEach(this::enter);
        return net;
    }

    /** Who comes to an inlined sub-process goes on at its start. */
    private void enter(Knot entry) {
        List<Knot> inner = knots.values().stream()
                .filter(knot -> knot.drawn.scope().equals(entry.id()))
                .filter(knot -> !knot.drawn.kind().equals("boundaryEvent"))
                .toList();
        inner.stream()
                .filter(knot -> knot.drawn.kind().equals("startEvent"))
                .findFirst()
                .or(() -> inner.stream().filter(knot -> knot.in.isEmpty()).findFirst())
                .ifPresent(start -> net.link(entry, start));
    }

    /** Whatever ends inside an inlined sub-process goes on where that is left. */
    static void leave(Net net) {
        Map<String, Knot> exits = new HashMap<>();
        net.knots.stream().filter(knot -> knot.isExit).forEach(knot -> exits.put(knot.id(), knot));
        for (Knot knot : net.knots) {
            Knot exit = exits.get(knot.drawn.scope());
            if (exit != null && knot.out.isEmpty()) {
                knot.kind = knot.kind == Knot.Kind.END ? Knot.Kind.PASS : knot.kind;
                net.link(knot, exit);
            }
        }
    }

    private void node(DrawnNode node) {
        if (node.data().problem() != null) {
            net.find(
                    BAD_DATA,
                    node.id(),
                    "name",
                    node.label(),
                    "reason",
                    node.data().problem());
        }
        if (isNote(node)) {
            net.find(S_NOTE, node.id(), "name", node.label(), "kind", Names.inWords(node.kind()));
            return;
        }
        Knot knot = net.add(node, Knot.Kind.PASS);
        knots.put(node.id(), knot);
        knot.data.putAll(node.data().values().data());
        if (node.name() != null) {
            knot.data.put(NodeData.TASK, Value.text(node.name()));
        }
        knot.kind = kind(knot);
        if (knot.isStep()) {
            repeated(knot);
            ForeignSettings.note(net, node);
        }
    }

    /** Whether it is outside of the flow: what handles events or compensations. */
    static boolean isNote(DrawnNode node) {
        return node.flag("triggeredByEvent", false)
                || node.flag("isForCompensation", false)
                || node.kind().equals("boundaryEvent") && node.triggers().contains("compensate");
    }

    private Knot.Kind kind(Knot knot) {
        DrawnNode node = knot.drawn;
        return switch (node.kind()) {
            case "startEvent" -> node.scope().equals(process.id()) ? start(node) : Knot.Kind.PASS;
            case "endEvent" -> end(node);
            case "boundaryEvent" -> Knot.Kind.PASS;
            case "intermediateCatchEvent" -> catching(knot);
            case "intermediateThrowEvent", "implicitThrowEvent" -> throwing(knot);
            case "task" -> task(node);
            case "manualTask" -> node.data().present() ? Knot.Kind.INFO : task(node);
            case "userTask", "serviceTask", "sendTask", "scriptTask", "businessRuleTask" -> Knot.Kind.ACTIVITY;
            case "receiveTask" -> waiting(knot, "a message");
            case "exclusiveGateway", "eventBasedGateway" -> Knot.Kind.CHOICE;
            case "parallelGateway" -> Knot.Kind.AND;
            case "inclusiveGateway" -> Knot.Kind.OR;
            case "complexGateway" -> complex(node);
            case "subProcess" -> subProcess(knot);
            default -> otherActivity(knot);
        };
    }

    private Knot.Kind start(DrawnNode node) {
        if (!node.triggers().isEmpty()) {
            net.find(S_START_TRIGGER, node.id(), "name", node.label(), "trigger", triggers(node));
        }
        return Knot.Kind.START;
    }

    private Knot.Kind end(DrawnNode node) {
        List<String> triggers = node.triggers();
        boolean sends = triggers.contains("message") || triggers.contains("signal");
        if (!triggers.isEmpty() && !triggers.contains("terminate") && !sends) {
            net.find(S_END_EFFECT, node.id(), "name", node.label(), "trigger", triggers(node));
        }
        return Knot.Kind.END;
    }

    private Knot.Kind task(DrawnNode node) {
        net.find(N_TASK, node.id(), "name", node.label());
        return Knot.Kind.ACTIVITY;
    }

    private Knot.Kind catching(Knot knot) {
        List<String> triggers = knot.drawn.triggers();
        if (triggers.isEmpty()) {
            return noneEvent(knot);
        }
        // Links are tied together by their own rule.
        return triggers.contains("link") ? Knot.Kind.PASS : waiting(knot, triggers(knot.drawn));
    }

    private Knot.Kind throwing(Knot knot) {
        DrawnNode node = knot.drawn;
        List<String> triggers = node.triggers();
        if (triggers.isEmpty()) {
            return node.data().present() ? Knot.Kind.EVENT : noneEvent(knot);
        }
        if (triggers.contains("message") || triggers.contains("signal")) {
            return Knot.Kind.ACTIVITY;
        }
        if (!triggers.contains("link")) {
            net.find(S_EVENT_EFFECT, node.id(), "name", node.label(), "trigger", triggers(node));
        }
        return Knot.Kind.PASS;
    }

    private Knot.Kind noneEvent(Knot knot) {
        DrawnNode node = knot.drawn;
        if (node.name() == null) {
            net.find(N_NONE_EVENT, node.id(), "name", node.label(), "effect", "it is passed at once");
            return Knot.Kind.PASS;
        }
        net.find(N_NONE_EVENT, node.id(), "name", node.label(), "effect", "a person takes note of it");
        knot.data.putIfAbsent(NodeData.INFO_TEXT, Value.text(node.name()));
        return Knot.Kind.INFO;
    }

    private Knot.Kind waiting(Knot knot, String trigger) {
        net.find(S_CATCH, knot.id(), "name", knot.label(), "trigger", trigger);
        return byHand(knot, "Waited for: ");
    }

    private static Knot.Kind byHand(Knot knot, String prefix) {
        knot.byHand = true;
        knot.data.put(NodeData.TASK, Value.text(prefix + Triggers.label(knot.drawn)));
        return Knot.Kind.ACTIVITY;
    }

    private Knot.Kind complex(DrawnNode node) {
        net.find(UNSUPPORTED_ELEMENT, node.id(), "name", node.label(), "reason", "complex gateways are not known here");
        return Knot.Kind.CHOICE;
    }

    private Knot.Kind subProcess(Knot knot) {
        if (levels.contains(knot.id())) {
            net.find(N_INLINE, knot.id(), "name", knot.label());
            Knot exit = net.addAfter(knot, Knot.Kind.PASS, N_INLINE);
            exit.isExit = true;
            exits.put(knot.id(), exit);
            return Knot.Kind.PASS;
        }
        boolean empty =
                process.nodes().stream().noneMatch(inner -> inner.scope().equals(knot.id()));
        if (empty) {
            net.find(N_EMPTY_SUBPROCESS, knot.id(), "name", knot.label());
            return byHand(knot, "");
        }
        return otherActivity(knot);
    }

    private Knot.Kind otherActivity(Knot knot) {
        DrawnNode node = knot.drawn;
        net.find(S_ACTIVITY, node.id(), "name", node.label(), "kind", Names.inWords(node.kind()));
        String inside = process.nodes().stream()
                .filter(inner -> inner.scope().equals(node.id()) && inner.isActivity())
                .map(inner -> "- " + inner.label())
                .collect(Collectors.joining("\n"));
        if (!inside.isEmpty()) {
            knot.data.putIfAbsent(NodeData.DESCRIPTION, Value.text(inside));
        }
        return byHand(knot, "");
    }

    private void repeated(Knot knot) {
        if (knot.drawn.isMultiple()) {
            net.find(S_MULTIPLE, knot.id(), "name", knot.label());
            knot.kind = byHand(knot, "For each …: ");
        }
    }

    private static String triggers(DrawnNode node) {
        return node.triggers().stream().map(Triggers::inWords).collect(Collectors.joining(", "));
    }

    private void flow(DrawnFlow flow) {
        DrawnNode source = node(flow.source());
        DrawnNode target = node(flow.target());
        if (source == null || target == null) {
            net.find(R_LOOSE_FLOW, flow.id(), "end", source == null ? "source" : "target");
        } else if (!source.scope().equals(target.scope())) {
            net.find(FLOW_ACROSS, flow.id());
        } else {
            if (!flow.scope().equals(source.scope())) {
                net.find(N_MISPLACED_FLOW, flow.id(), "from", source.label(), "to", target.label());
            }
            connect(flow, source, target);
        }
    }

    private @Nullable DrawnNode node(@Nullable String id) {
        return id == null ? null : drawn.get(id);
    }

    private void connect(DrawnFlow flow, DrawnNode source, DrawnNode target) {
        Knot from = exits.containsKey(source.id()) ? exits.get(source.id()) : knots.get(source.id());
        Knot to = knots.get(target.id());
        if (from == null || to == null) {
            // Inside a sub-process, or at something that is a note.
            return;
        }
        if (from.kind == Knot.Kind.END) {
            net.find(FLOW_AT_EVENT, flow.id(), "direction", "leave", "name", source.label());
        } else if (to.kind == Knot.Kind.START || target.kind().equals("boundaryEvent")) {
            net.find(FLOW_AT_EVENT, flow.id(), "direction", "enter", "name", target.label());
        } else {
            Link link = net.link(flow, from, to);
            link.isDefault = flow.id().equals(source.references().defaultFlow());
        }
    }
}
