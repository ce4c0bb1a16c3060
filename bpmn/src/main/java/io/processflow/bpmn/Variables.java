package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which variables can be set when a knot is reached. */
final class Variables {

    private final Predicate<Knot> isAutomatic;
    private final Map<Knot, Before> known = new HashMap<>();

    private record Before(Set<String> names, boolean anything) {}

    /** @param isAutomatic whether a server does it, which may set whatever it likes */
    Variables(Predicate<Knot> isAutomatic) {
        this.isAutomatic = isAutomatic;
    }

    boolean canBeSetBefore(Knot knot, String name) {
        Before before = known.computeIfAbsent(knot, this::before);
        return before.anything() || before.names().contains(name);
    }

    private Before before(Knot knot) {
        Set<String> names = new HashSet<>();
        boolean anything = false;
        for (Knot earlier : Net.leadingTo(List.of(knot))) {
            switch (earlier.kind) {
                case START, ACTIVITY -> names.addAll(new NodeData(earlier.data).outputs());
                case CHOICE -> decision(earlier, knot, names);
                case END, INFO, EVENT, AND, OR, PASS -> {}
            }
            anything |= earlier.kind == Knot.Kind.ACTIVITY && isAutomatic.test(earlier);
        }
        return new Before(names, anything);
    }

    private static void decision(Knot earlier, Knot knot, Set<String> names) {
        if (earlier.choice instanceof Choice.Asked asked) {
            names.add(asked.variable());
        } else if (earlier != knot) {
            // Not decided yet; if a person is asked there, this is where the answer is kept.
            names.add(Labels.variable(earlier.id()));
        }
    }
}
