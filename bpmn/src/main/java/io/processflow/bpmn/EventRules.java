package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of events: links, those at an activity's border, those a gateway waits for, messages at the end. */
final class EventRules {

    private final Net net;

    EventRules(Net net) {
        this.net = net;
    }

    void apply() {
        links();
        boundaries();
        List.copyOf(net.knots).stream()
                .filter(knot -> knot.drawn.kind().equals("eventBasedGateway"))
                .forEach(this::eventGateway);
        List.copyOf(net.knots).stream().filter(EventRules::sendsAtEnd).forEach(this::sendBeforeEnd);
    }

    /** N-link: who enters a link goes on behind its counterpart, which is drawn with the same name. */
    private void links() {
        Map<String, Knot> catching = new HashMap<>();
        for (Knot knot : net.knots) {
            if (isLink(knot) && knot.drawn.kind().equals("intermediateCatchEvent")) {
                catching.putIfAbsent(linkName(knot.drawn), knot);
            }
        }
        for (Knot knot : net.knots) {
            if (!isLink(knot) || catching.containsValue(knot)) {
                continue;
            }
            Knot counterpart = catching.get(linkName(knot.drawn));
            if (counterpart == null) {
                net.find(
                        UNSUPPORTED_ELEMENT,
                        knot.id(),
                        "name",
                        knot.label(),
                        "reason",
                        "the link has no counterpart of the same name");
            } else {
                net.find(N_LINK, knot.id(), "name", knot.label());
                net.link(knot, counterpart);
            }
        }
    }

    private static boolean isLink(Knot knot) {
        return knot.kind == Knot.Kind.PASS && knot.drawn.triggers().contains("link");
    }

    private static String linkName(DrawnNode event) {
        @Nullable
        String own = event.xml()
                .children("linkEventDefinition")
                .findFirst()
                .map(definition -> Names.folded(definition.attribute("name")))
                .orElse(null);
        // A link leads to its counterpart on the same level; one of that name elsewhere is another.
        return event.scope() + " " + (own != null ? own : event.label());
    }

    private void boundaries() {
        Map<String, List<Knot>> attached = new HashMap<>();
        for (Knot knot : net.knots) {
            String activity = knot.drawn.references().attachedTo();
            if (knot.drawn.kind().equals("boundaryEvent") && activity != null) {
                attached.computeIfAbsent(activity, id -> new ArrayList<>()).add(knot);
            }
        }
        for (Knot activity : List.copyOf(net.knots)) {
            List<Knot> events = attached.get(activity.id());
            if (events != null && (activity.isExit || activity.main && activity.isStep())) {
                boundaries(activity, events);
            }
        }
    }

    private void boundaries(Knot activity, List<Knot> events) {
        List<Knot> interrupting = events.stream()
                .filter(event -> event.drawn.flag("cancelActivity", true))
                .toList();
        Knot normally = net.addAfter(activity, Knot.Kind.PASS, S_BOUNDARY);
        net.moveOut(activity, normally);
        if (interrupting.isEmpty()) {
            net.link(activity, normally);
        } else {
            howDidItEnd(activity, normally, interrupting);
        }
        events.stream().filter(event -> !interrupting.contains(event)).forEach(event -> beside(activity, event));
    }

    private void howDidItEnd(Knot activity, Knot normally, List<Knot> events) {
        Knot decision = net.addAfter(activity, Knot.Kind.CHOICE, S_BOUNDARY);
        net.link(activity, decision);
        net.link(decision, normally);
        events.forEach(event -> net.link(decision, event));
        List<String> labels = new ArrayList<>(List.of("Normally"));
        events.forEach(event -> labels.add(Triggers.label(event.drawn)));
        List<String> different = Labels.different(labels);
        decision.choice = new Choice.Asked(
                S_BOUNDARY.code(),
                "How did “" + activity.label() + "” end?",
                Labels.variable(activity.id()),
                different);
        net.find(S_BOUNDARY, activity.id(), "name", activity.label(), "choices", Labels.list(different));
    }

    /** A person says afterwards whether it happened; if so, its branch runs beside what follows. */
    private void beside(Knot activity, Knot event) {
        Link onward = activity.out.getFirst();
        Knot next = onward.to;
        Knot decision = net.addAfter(activity, event.drawn, Knot.Kind.CHOICE, S_BOUNDARY_BESIDE);
        Knot split = net.addAfter(decision, event.drawn, Knot.Kind.AND, S_BOUNDARY_BESIDE);
        net.redirect(onward, decision);
        net.link(decision, split);
        net.link(decision, next);
        net.link(split, next);
        net.link(split, event);
        String label = Triggers.label(event.drawn);
        decision.choice = new Choice.Asked(
                S_BOUNDARY_BESIDE.code(), Labels.question(label), Labels.variable(event.id()), Labels.YES_NO);
        net.find(S_BOUNDARY_BESIDE, event.id(), "event", label, "name", activity.label());
    }

    private void eventGateway(Knot gateway) {
        if (gateway.out.size() < 2) {
            return;
        }
        List<String> labels = new ArrayList<>();
        for (Link way : gateway.out) {
            labels.add(Triggers.label(way.to.drawn));
            if (way.to.in.size() == 1 && way.to.byHand) {
                // The answer already says that it has happened.
                way.to.kind = Knot.Kind.PASS;
            }
        }
        List<String> different = Labels.different(labels);
        String title = gateway.drawn.name() == null ? "What happened?" : gateway.drawn.name();
        gateway.choice = new Choice.Asked(S_EVENT_GATEWAY.code(), title, Labels.variable(gateway.id()), different);
        net.find(S_EVENT_GATEWAY, gateway.id(), "name", gateway.label(), "choices", Labels.list(different));
    }

    private static boolean sendsAtEnd(Knot knot) {
        return knot.kind == Knot.Kind.END
                && (knot.drawn.triggers().contains("message")
                        || knot.drawn.triggers().contains("signal"));
    }

    /** The drawn end becomes the step that sends; the end itself is made behind it. */
    private void sendBeforeEnd(Knot end) {
        end.kind = Knot.Kind.ACTIVITY;
        end.data.putIfAbsent(NodeData.TASK, Value.text(Triggers.label(end.drawn)));
        net.link(end, net.addAfter(end, Knot.Kind.END, S_THROW));
    }

    /** N-terminate: an end of everything is a plain end where nothing else can run. */
    void terminates() {
        PostDominators after = PostDominators.of(net);
        for (Knot end : net.ofKind(Knot.Kind.END)) {
            if (!end.main || !end.drawn.triggers().contains("terminate")) {
                continue;
            }
            if (isAlone(end, after)) {
                net.find(N_TERMINATE, end.id(), "name", end.label());
            } else {
                net.find(
                        UNSUPPORTED_ELEMENT,
                        end.id(),
                        "name",
                        end.label(),
                        "reason",
                        "it would stop other ways that still run");
            }
        }
    }

    /** Every split that leads to this end is closed, before it, by a join that nothing behind the split gets around. */
    private static boolean isAlone(Knot end, PostDominators after) {
        return Net.leadingTo(List.of(end)).stream()
                .filter(knot -> knot.kind == Knot.Kind.AND && knot.out.size() > 1)
                .allMatch(split -> after.first(split, join -> join.kind == Knot.Kind.AND && join.in.size() > 1)
                        .isPresent());
    }
}
