package io.processflow.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The process as the rules rewrite it: knots and the links between them. Knots stand in the order of the file, what a
 * rule made for a drawn node before or after it, in the order of the flow.
 */
final class Net {

    final List<Knot> knots = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    void find(FindingCode code, @Nullable String elementId, String... arguments) {
        findings.add(Finding.of(code, elementId, arguments));
    }

    Knot add(DrawnNode drawn, Knot.Kind kind) {
        Knot knot = new Knot(drawn, true, kind, null);
        knots.add(knot);
        return knot;
    }

    /** A knot a rule needs after another one; it has no links yet. */
    Knot addAfter(Knot knot, Knot.Kind kind, FindingCode rule) {
        return addAfter(knot, knot.drawn, kind, rule);
    }

    Knot addAfter(Knot knot, DrawnNode drawn, Knot.Kind kind, FindingCode rule) {
        Knot made = new Knot(drawn, false, kind, rule.code());
        knots.add(knots.indexOf(knot) + 1, made);
        return made;
    }

    Knot addBefore(Knot knot, Knot.Kind kind, FindingCode rule) {
        Knot made = new Knot(knot.drawn, false, kind, rule.code());
        knots.add(knots.indexOf(knot), made);
        return made;
    }

    Link link(Knot from, Knot to) {
        return link(null, from, to);
    }

    Link link(@Nullable DrawnFlow flow, Knot from, Knot to) {
        Link link = new Link(flow, from, to);
        from.out.add(link);
        to.in.add(link);
        return link;
    }

    void remove(Link link) {
        link.from.out.remove(link);
        link.to.in.remove(link);
    }

    /** All ways out of one knot leave another one from now on. */
    void moveOut(Knot from, Knot to) {
        for (Link link : from.out) {
            link.from = to;
        }
        to.out.addAll(from.out);
        from.out.clear();
    }

    void moveIn(Knot from, Knot to) {
        for (Link link : from.in) {
            link.to = to;
        }
        to.in.addAll(from.in);
        from.in.clear();
    }

    void redirect(Link link, Knot to) {
        link.to.in.remove(link);
        link.to = to;
        to.in.add(link);
    }

    List<Knot> ofKind(Knot.Kind kind) {
        return knots.stream().filter(knot -> knot.kind == kind).toList();
    }

    static Set<Knot> reachableFrom(Collection<Knot> starts) {
        return closure(starts, knot -> knot.out.stream().map(link -> link.to).toList());
    }

    static Set<Knot> leadingTo(Collection<Knot> ends) {
        return closure(ends, knot -> knot.in.stream().map(link -> link.from).toList());
    }

    private static Set<Knot> closure(Collection<Knot> from, Function<Knot, List<Knot>> next) {
        Set<Knot> seen = new LinkedHashSet<>(from);
        Deque<Knot> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Knot knot : next.apply(open.pop())) {
                if (seen.add(knot)) {
                    open.push(knot);
                }
            }
        }
        return seen;
    }
}
