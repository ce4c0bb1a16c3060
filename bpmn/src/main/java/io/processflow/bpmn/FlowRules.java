package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the drawing leaves unsaid: splits without a gateway, starts and ends that are not drawn, loops of one step. */
final class FlowRules {

    private final Net net;

    FlowRules(Net net) {
        this.net = net;
    }

    void loops() {
        for (Knot knot : List.copyOf(net.knots)) {
            if (knot.main && knot.isStep() && knot.drawn.isLoop()) {
                loop(knot);
            }
        }
    }

    /** N-loop: after the step (or before it, as drawn) the question whether to do it again. */
    private void loop(Knot step) {
        XmlElement loop = step.drawn
                .xml()
                .children("standardLoopCharacteristics")
                .findFirst()
                .orElseThrow();
        Knot again = net.addAfter(step, Knot.Kind.CHOICE, N_LOOP);
        Knot onward = net.addAfter(again, Knot.Kind.PASS, N_LOOP);
        net.moveOut(step, onward);
        boolean before = "true".equals(loop.attribute("testBefore"));
        if (before) {
            net.moveIn(step, again);
        }
        net.link(again, step);
        net.link(again, onward);
        net.link(step, again);
        again.condition = loop.children("loopCondition")
                .findFirst()
                .map(XmlElement::text)
                .map(Names::folded)
                .orElse(null);
        again.question = "Do “" + step.label() + (before ? "”?" : "” again?");
        net.find(N_LOOP, step.id(), "name", step.label());
    }

    void implicitGateways() {
        for (Knot knot : List.copyOf(net.knots)) {
            boolean branches = knot.isStep()
                    || knot.kind == Knot.Kind.START
                    || knot.kind == Knot.Kind.EVENT
                    || knot.kind == Knot.Kind.PASS;
            if (branches && !knot.out.isEmpty()) {
                implicitGateway(knot);
            }
        }
    }

    private void implicitGateway(Knot knot) {
        long conditional = knot.out.stream()
                .filter(way -> way.condition() != null && !way.isDefault)
                .count();
        int ways = knot.out.size();
        if (conditional == 0 && ways > 1) {
            after(knot, Knot.Kind.AND, N_IMPLICIT_SPLIT);
            net.find(N_IMPLICIT_SPLIT, knot.id(), "name", knot.label(), "count", String.valueOf(ways));
        } else if (conditional == 1 && (ways == 1 || ways == 2 && hasDefault(knot))) {
            after(knot, Knot.Kind.CHOICE, N_CONDITIONAL_DEFAULT);
            net.find(N_CONDITIONAL_DEFAULT, knot.id(), "name", knot.label());
        } else if (conditional > 0) {
            after(knot, Knot.Kind.OR, N_INCLUSIVE);
        }
    }

    private static boolean hasDefault(Knot knot) {
        return knot.out.stream().anyMatch(way -> way.isDefault);
    }

    private void after(Knot knot, Knot.Kind kind, FindingCode rule) {
        Knot gateway = net.addAfter(knot, kind, rule);
        net.moveOut(knot, gateway);
        net.link(knot, gateway);
    }

    void starts() {
        List<Knot> starts = net.ofKind(Knot.Kind.START);
        if (starts.isEmpty()) {
            noStart();
        } else if (starts.size() > 1) {
            severalStarts(starts);
        }
    }

    private void noStart() {
        List<Knot> heads = net.knots.stream()
                .filter(knot -> knot.main && knot.in.isEmpty() && knot.kind != Knot.Kind.END)
                .filter(knot -> !knot.drawn.kind().equals("boundaryEvent"))
                .toList();
        if (heads.isEmpty()) {
            return;
        }
        Knot first = heads.getFirst();
        Knot start = net.addBefore(first, Knot.Kind.START, N_NO_START);
        if (heads.size() == 1) {
            net.link(start, first);
        } else {
            Knot split = net.addBefore(first, Knot.Kind.AND, N_NO_START);
            net.link(start, split);
            heads.forEach(head -> net.link(split, head));
        }
        String names = heads.stream().map(Knot::label).collect(Collectors.joining("”, “", "“", "”"));
        net.find(N_NO_START, first.id(), "names", names);
    }

    /** The first start stays the start; which of them is meant is asked behind it. */
    private void severalStarts(List<Knot> starts) {
        Knot first = starts.getFirst();
        Knot decision = net.addAfter(first, Knot.Kind.CHOICE, S_SEVERAL_STARTS);
        Knot own = net.addAfter(decision, Knot.Kind.PASS, S_SEVERAL_STARTS);
        net.moveOut(first, own);
        net.link(first, decision);
        net.link(decision, own);
        List<String> labels = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (Knot start : starts) {
            labels.add(Triggers.label(start.drawn));
            inputs.addAll(new NodeData(start.data).numbered(NodeData.INPUT_VARIABLES));
            if (start != first) {
                start.kind = Knot.Kind.PASS;
                net.link(decision, start);
            }
        }
        Inputs.declare(first.data, inputs.stream().distinct().toList());
        List<String> different = Labels.different(labels);
        decision.choice =
                new Choice.Asked(S_SEVERAL_STARTS.code(), "How does it start?", Labels.variable(first.id()), different);
        net.find(S_SEVERAL_STARTS, first.id(), "choices", Labels.list(different));
    }

    void ends() {
        for (Knot knot : List.copyOf(net.knots)) {
            if (!knot.out.isEmpty() || knot.kind == Knot.Kind.END || knot.kind == Knot.Kind.START) {
                continue;
            }
            if (knot.kind == Knot.Kind.CHOICE || knot.kind == Knot.Kind.OR) {
                knot.kind = Knot.Kind.PASS;
            }
            Knot end = net.addAfter(knot, Knot.Kind.END, N_NO_END);
            net.link(knot, end);
            net.find(N_NO_END, knot.id(), "name", knot.label());
        }
    }

    /** Parallel gateways that neither split nor join, and what is left of others with one way, dissolve. */
    void trivialGateways() {
        for (Knot knot : net.ofKind(Knot.Kind.AND)) {
            if (knot.in.size() < 2 && knot.out.size() < 2) {
                knot.kind = Knot.Kind.PASS;
                net.find(N_AND_TRIVIAL, knot.id(), "name", knot.label());
            } else {
                describe(knot);
            }
        }
    }

    private void describe(Knot gateway) {
        boolean isDrawn = gateway.drawn.kind().equals("parallelGateway") && gateway.main;
        int splits = Math.max(0, gateway.out.size() - 1);
        int joins = Math.max(0, gateway.in.size() - 1);
        if (isDrawn && splits > 0 && joins > 0) {
            net.find(N_AND_MIXED, gateway.id(), "name", gateway.label());
        }
        if (isDrawn && (splits > 1 || joins > 1)) {
            net.find(N_AND_CHAIN, gateway.id(), "name", gateway.label(), "count", String.valueOf(splits + joins));
        }
    }
}
