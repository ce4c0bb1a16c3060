package io.processflow.bpmn;

import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words a decision step offers. */
final class Labels {

    static final List<String> YES_NO = List.of("Yes", "No");

    private Labels() {}

    /** The label of a way: the flow's name, its condition's text, the name of what it leads to, or its number. */
    static String of(Link way, int number) {
        DrawnFlow flow = way.flow;
        String own = flow == null ? null : flow.name() != null ? flow.name() : flow.condition();
        String leadsTo = way.to.drawn.name();
        return own != null ? own : leadsTo != null ? leadsTo : "Path " + number;
    }

    static List<String> of(List<Link> ways) {
        List<String> labels = new ArrayList<>();
        for (Link way : ways) {
            labels.add(of(way, labels.size() + 1));
        }
        return different(labels);
    }

    /** Equal labels get numbers, so that each answer names one way. */
    static List<String> different(List<String> labels) {
        Set<String> taken = new HashSet<>();
        List<String> numbersAndDates = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> different = new ArrayList<>();
        for (String label : labels) {
            String free = label;
            while (taken.contains(free) || isEqualToOne(free, numbersAndDates)) {
                free = label + " (" + numbers.merge(label, 2, (known, first) -> known + 1) + ")";
            }
            taken.add(free);
            if (mayBeNumberOrDate(free)) {
                numbersAndDates.add(free);
            }
            different.add(free);
        }
        return List.copyOf(different);
    }

    /** Texts the engine takes for equal, such as "1" and "1.0", are no different labels. */
    private static boolean isEqualToOne(String label, List<String> numbersAndDates) {
        return mayBeNumberOrDate(label)
                && numbersAndDates.stream()
                        .map(other -> Comparison.EQUAL.compare(Value.text(label), Value.text(other)))
                        .anyMatch(new Comparison.Outcome.Decided(true)::equals);
    }

    private static boolean mayBeNumberOrDate(String label) {
        return !label.isEmpty() && "+-.0123456789".indexOf(label.charAt(0)) >= 0;
    }

    /** The condition of an answer. */
    static Expression answered(String variable, String label) {
        return new Expression.Compare(Value.text("{" + variable + "}"), Comparison.EQUAL, Value.text(label));
    }

    /** The variable that keeps the answer of the decision step of a drawn element. */
    static String variable(String id) {
        return "decision."
                + id.codePoints()
                        .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' ? c : '_')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    static String question(String label) {
        return label.endsWith("?") ? label : label + "?";
    }

    static String title(@Nullable String gatewayName) {
        return gatewayName == null ? "Which way?" : gatewayName;
    }

    static String list(List<String> labels) {
        return "“" + String.join("”, “", labels) + "”";
    }
}
