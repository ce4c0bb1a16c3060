package io.processflow.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which knots every way from a knot to an end passes (K. Cooper, T. Harvey, K. Kennedy: A Simple, Fast Dominance
 * Algorithm, 2001, on the reversed net). Knots from which no end is reached have none.
 */
final class PostDominators {

    /** Stands for all ends together; it follows every one of them. */
    private static final int EXIT = 0;

    private static final int UNKNOWN = -1;

    private final List<Knot> order = new ArrayList<>();
    private final Map<Knot, Integer> numbers = new HashMap<>();
    /** The next knot everything passes, by number; numbers grow away from the ends. */
    private final int[] next;

    private PostDominators(Net net) {
        number(net.ofKind(Knot.Kind.END));
        next = new int[order.size() + 1];
        java.util.Arrays.fill(next, UNKNOWN);
        next[EXIT] = EXIT;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i <= order.size(); i++) {
                int found = common(order.get(i - 1));
                changed |= found != next[i];
                next[i] = found;
            }
        }
    }

    static PostDominators of(Net net) {
        return new PostDominators(net);
    }

    /** The first knot after this one that every way to an end passes and that is wanted. */
    Optional<Knot> first(Knot knot, Predicate<Knot> wanted) {
        Integer at = numbers.get(knot);
        while (at != null && at != EXIT) {
            at = next[at];
            if (at != EXIT && wanted.test(order.get(at - 1))) {
                return Optional.of(order.get(at - 1));
            }
        }
        return Optional.empty();
    }

    /** Reverse post-order from the ends, against the flow. */
    private void number(List<Knot> ends) {
        Map<Knot, Boolean> seen = new HashMap<>();
        List<Knot> finished = new ArrayList<>();
        for (Knot end : ends) {
            walk(end, seen, finished);
        }
        for (int i = finished.size() - 1; i >= 0; i--) {
            order.add(finished.get(i));
            numbers.put(finished.get(i), order.size());
        }
    }

    private record Visit(Knot knot, Iterator<Link> ways) {}

    private static void walk(Knot end, Map<Knot, Boolean> seen, List<Knot> finished) {
        Deque<Visit> open = new ArrayDeque<>();
        if (seen.put(end, true) == null) {
            open.push(new Visit(end, end.in.iterator()));
        }
        while (!open.isEmpty()) {
            Visit visit = open.getFirst();
            if (!visit.ways().hasNext()) {
                finished.add(visit.knot());
                open.pop();
                continue;
            }
            Knot before = visit.ways().next().from;
            if (seen.put(before, true) == null) {
                open.push(new Visit(before, before.in.iterator()));
            }
        }
    }

    private int common(Knot knot) {
        if (knot.kind == Knot.Kind.END) {
            return EXIT;
        }
        int common = UNKNOWN;
        for (Link way : knot.out) {
            Integer number = numbers.get(way.to);
            if (number != null && next[number] != UNKNOWN) {
                common = common == UNKNOWN ? number : meet(number, common);
            }
        }
        return common;
    }

    private int meet(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            while (a > b) {
                a = next[a];
            }
            while (b > a) {
                b = next[b];
            }
        }
        return a;
    }
}
