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

/**
 * Makes the net of what is drawn on the process's own level: each node becomes a knot of the kind it means, with the
 * stand-ins for what the engine does not have.
 */
final class NetBuilder {

    /** What is thrown to somebody else, so that a person can do it. */
    private static final Set<String> SENT = Set.of("message", "signal", "escalation");

    private final Levels drawn;
    /** The process or sub-process the net is of. */
    private final String scope;
    /** The sub-processes that run as part of it. */
    private final Set<String> inlined;

    private final Net net = new Net();
    private final Map<String, Knot> knots = new LinkedHashMap<>();
    /** Where inlined sub-processes are left. */
    private final Map<String, Knot> exits = new HashMap<>();

    private NetBuilder(Levels drawn, String scope, Set<String> inlined) {
        this.drawn = drawn;
        this.scope = scope;
        this.inlined = inlined;
    }

    /** The net of the process, with the sub-processes that run as part of it. */
    static Net whole(Levels drawn, Set<String> inlined) {
        DrawnProcess process = drawn.process();
        return new NetBuilder(drawn, process.id(), inlined).build(process.nodes(), process.flows());
    }

    /** The net of one sub-process; those in it are steps. */
    static Net inside(Levels drawn, String scope) {
        return new NetBuilder(drawn, scope, Set.of()).build(drawn.nodes(scope), drawn.flows(scope));
    }

    private Net build(List<DrawnNode> nodes, List<DrawnFlow> flows) {
        Set<String> seen = new HashSet<>();
        for (DrawnNode node : nodes) {
            boolean isPart = node.scope().equals(scope) || inlined.contains(node.scope());
            if (isPart && seen.add(node.id())) {
                node(node);
            }
        }
        flows.forEach(this::flow);
        knots.values().stream().filter(knot -> exits.containsKey(knot.id())).forEach(this::enter);
        return net;
    }

    /** Who comes to an inlined sub-process goes on at its start. */
    private void enter(Knot entry) {
        for (DrawnNode head : Inlining.heads(drawn, entry.id())) {
            Knot first = knots.get(head.id());
            if (first != null) {
                net.link(entry, first);
            }
        }
    }

    /** Whatever ends inside an inlined sub-process goes on where that is left. */
    static void leave(Net net) {
        Map<String, Knot> exits = new HashMap<>();
        net.knots.stream().filter(knot -> knot.isExit).forEach(knot -> exits.put(knot.id(), knot));
        for (Knot knot : net.knots) {
            Knot exit = exits.get(knot.drawn.scope());
            if (exit != null && knot.out.isEmpty()) {
                if (knot.kind == Knot.Kind.END && knot.drawn.triggers().contains("terminate")) {
                    net.find(N_TERMINATE, knot.id(), "name", knot.label());
                }
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
        if (node.isOutsideOfFlow()) {
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
        }
        if (node.hasQuantity()) {
            net.find(
                    UNSUPPORTED_ELEMENT,
                    node.id(),
                    "name",
                    node.label(),
                    "reason",
                    "it takes or gives several tokens at once");
        }
        ForeignSettings.note(net, node.xml(), node.id(), node.label());
    }

    private Knot.Kind kind(Knot knot) {
        DrawnNode node = knot.drawn;
        return switch (node.kind()) {
            case "startEvent" -> node.scope().equals(scope) ? start(node) : Knot.Kind.PASS;
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
        if (triggers.stream().anyMatch(SENT::contains)) {
            knot.data.putIfAbsent(NodeData.TASK, Value.text(Triggers.label(node)));
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
        if (inlined.contains(knot.id())) {
            net.find(N_INLINE, knot.id(), "name", knot.label());
            Knot exit = net.addAfter(knot, Knot.Kind.PASS, N_INLINE);
            exit.isExit = true;
            exits.put(knot.id(), exit);
            return Knot.Kind.PASS;
        }
        if (drawn.nodes(knot.id()).isEmpty()) {
            net.find(N_EMPTY_SUBPROCESS, knot.id(), "name", knot.label());
            return byHand(knot, "");
        }
        return otherActivity(knot);
    }

    private Knot.Kind otherActivity(Knot knot) {
        DrawnNode node = knot.drawn;
        net.find(S_ACTIVITY, node.id(), "name", node.label(), "kind", Names.inWords(node.kind()));
        showInside(knot);
        return byHand(knot, "");
    }

    /** What is drawn inside is shown with the step that stands for it, below what is said of it anyway. */
    private void showInside(Knot knot) {
        String inside = Outline.of(drawn, knot.id());
        if (!inside.isEmpty()) {
            String own = new NodeData(knot.data).text(NodeData.DESCRIPTION);
            knot.data.put(NodeData.DESCRIPTION, Value.text(own == null ? inside : own + "\n\n" + inside));
        }
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
        DrawnNode source = drawn.node(flow.source());
        DrawnNode target = drawn.node(flow.target());
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
