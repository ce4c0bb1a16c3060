package io.processflow.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one of a knot's ways is chosen; all lists are in the order of its ways out. */
sealed interface Choice {

    /**
     * A person is asked first, in a decision step.
     *
     * @param rule the code of the rule that asks
     * @param title of the decision step
     * @param variable where the answer is kept
     * @param labels the answers, all different
     */
    record Asked(String rule, String title, String variable, List<String> labels) implements Choice {}

    /**
     * Conditions are asked one after the other.
     *
     * @param conditions null for the default way
     */
    record Compared(List<@Nullable Expression> conditions) implements Choice {}
}
