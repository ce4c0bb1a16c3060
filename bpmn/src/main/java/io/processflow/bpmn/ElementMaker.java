package io.processflow.bpmn;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the finished net down as elements: gateways as chains of two-way ones, joins with the two elements their tokens
 * come from, and the ways between them with all that is drawn on them.
 */
final class ElementMaker {

    private final Net net;
    private final Map<Knot, Parts> parts = new LinkedHashMap<>();
    /** For each join, by its way in: what arrives there, and the pass that stands before it, if there is one. */
    private final Map<Knot, List<Slot>> slots = new HashMap<>();

    private final Map<Link, Integer> places = new IdentityHashMap<>();
    private final Map<Knot, List<Made>> made = new LinkedHashMap<>();

    private static final class Slot {
        final Set<Made> sources = new LinkedHashSet<>();

        @Nullable
        Made pass;
    }

    /** Where a way ends once all that dissolves is passed. */
    private record Arrival(Knot at, Link last, List<String> drawn) {}

    private ElementMaker(Net net) {
        this.net = net;
    }

    /** @param decisionRole who answers the decision step of a choice */
    static List<Element> elements(
            Net net, Function<Knot, @Nullable String> decisionRole, Map<String, ElementKey> challenges) {
        ElementMaker maker = new ElementMaker(net);
        maker.make(decisionRole);
        maker.arrive();
        maker.passes();
        maker.number();
        return maker.write(challenges);
    }

    private void make(Function<Knot, @Nullable String> decisionRole) {
        for (Knot knot : net.knots) {
            String role = knot.choice instanceof Choice.Asked ? decisionRole.apply(knot) : null;
            Parts own = Parts.of(knot, role);
            parts.put(knot, own);
            made.put(knot, new ArrayList<>(own.made()));
            if (own.isJoin()) {
                slots.put(knot, knot.in.stream().map(way -> new Slot()).toList());
                for (Link way : knot.in) {
                    places.put(way, knot.in.indexOf(way));
                }
            }
        }
    }

    private void arrive() {
        for (List<Made> elements : made.values()) {
            for (Made element : elements) {
                for (Made.Exit exit : element.exits) {
                    Arrival arrival = exit instanceof Made.Exit.Way(Link way) ? arrival(way) : null;
                    if (arrival != null && slots.containsKey(arrival.at())) {
                        slot(arrival).sources.add(element);
                    }
                }
            }
        }
    }

    private Slot slot(Arrival arrival) {
        return slots.getOrDefault(arrival.at(), List.of()).get(places.getOrDefault(arrival.last(), 0));
    }

    private @Nullable Arrival arrival(Link way) {
        List<String> drawn = new ArrayList<>();
        Link at = way;
        for (int passed = 0; passed <= net.knots.size(); passed++) {
            if (at.flow != null) {
                drawn.add(at.flow.id());
            }
            if (at.to.kind != Knot.Kind.PASS) {
                return new Arrival(at.to, at, drawn);
            }
            if (at.to.main) {
                drawn.add(at.to.id());
            }
            if (at.to.out.isEmpty()) {
                return null;
            }
            at = at.to.out.getFirst();
        }
        // A circle of nothing but gateways that dissolve.
        return null;
    }

    /** N-join-slot: an input of a join names one element, and the two differ; else a pass stands between. */
    private void passes() {
        slots.forEach((knot, inputs) -> {
            for (int i = 0; i < inputs.size(); i++) {
                boolean same = i == 1 && inputs.get(0).sources.equals(inputs.get(1).sources);
                if (inputs.get(i).sources.size() != 1 || same) {
                    inputs.get(i).pass = pass(knot, i);
                }
            }
            if (inputs.stream().anyMatch(slot -> slot.pass != null)) {
                net.find(FindingCode.N_JOIN_SLOT, knot.id(), "name", knot.label());
            }
            connect(knot, inputs);
        });
    }

    private Made pass(Knot knot, int place) {
        Made join = parts(knot).join(place);
        Map<String, Value> data = new LinkedHashMap<>();
        if (knot.drawn.name() != null) {
            data.put(NodeData.TASK, Value.text(knot.drawn.name()));
        }
        Made pass = new Made(knot, false, FindingCode.N_JOIN_SLOT.code(), NodeType.gatewayNode, data);
        pass.exit(new Made.Exit.Inner(join)).exit(new Made.Exit.Inner(join));
        List<Made> elements = made.getOrDefault(knot, List.of());
        elements.add(elements.indexOf(join), pass);
        return pass;
    }

    private Parts parts(Knot knot) {
        Parts own = parts.get(knot);
        if (own == null) {
            throw new IllegalStateException("expected elements of " + knot.id());
        }
        return own;
    }

    private void connect(Knot knot, List<Slot> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            Made join = parts(knot).join(i);
            if (i > 1) {
                join.inputs.add(parts(knot).join(i - 1));
            }
            Slot slot = inputs.get(i);
            join.inputs.add(
                    slot.pass != null ? slot.pass : slot.sources.iterator().next());
        }
    }

    private void number() {
        Map<String, Integer> next = new HashMap<>();
        for (List<Made> elements : made.values()) {
            for (Made element : elements) {
                element.number(element.isDrawn() ? 0 : next.merge(element.knot.id(), 1, Integer::sum));
            }
        }
    }

    private List<Element> write(Map<String, ElementKey> challenges) {
        List<Element> elements = new ArrayList<>();
        for (List<Made> ofKnot : made.values()) {
            for (Made element : ofKnot) {
                elements.add(new Element(
                        element.key(),
                        element.madeBy(),
                        element.type,
                        java.util.Collections.unmodifiableMap(element.data),
                        challenges.get(element.knot.id()),
                        element.inputs.stream().map(Made::key).toList(),
                        java.util.Collections.unmodifiableList(successors(element))));
            }
        }
        return elements;
    }

    private List<@Nullable Successor> successors(Made element) {
        List<@Nullable Successor> successors = new ArrayList<>();
        for (Made.Exit exit : element.exits) {
            successors.add(
                    switch (exit) {
                        case Made.Exit.Inner(Made to) -> new Successor(to.key(), List.of());
                        case Made.Exit.Way(Link way) -> successor(arrival(way));
                        case Made.Exit.Missing() -> null;
                    });
        }
        return successors;
    }

    private @Nullable Successor successor(@Nullable Arrival arrival) {
        if (arrival == null) {
            return null;
        }
        if (!slots.containsKey(arrival.at())) {
            return new Successor(parts(arrival.at()).entry().key(), arrival.drawn());
        }
        Slot slot = slot(arrival);
        Made to = slot.pass != null ? slot.pass : parts(arrival.at()).join(places.getOrDefault(arrival.last(), 0));
        return new Successor(to.key(), arrival.drawn());
    }
}
