package io.processflow.server.task;

import io.processflow.engine.graph.NodeData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked in a step.
 *
 * @param kind {@code text}, {@code single}, {@code multiple}, {@code info} or {@code external}
 * @param variable where the answer goes; null when nothing is asked
 * @param choices what can be chosen; the answer is one of them (or a list of them), verbatim
 * @param pattern regular expression (RE2 syntax) that a text has to match as a whole
 * @param url the page of another server that is shown instead of a form
 */
public record TaskForm(
        String kind,
        @Nullable String variable,
        List<String> choices,
        @Nullable String pattern,
        @Nullable String infoText,
        @Nullable String url) {

    static final String EXTERNAL = "external";

    /** @param data the node's options, placeholders replaced */
    static TaskForm of(NodeData data, @Nullable String executionUrl) {
        if (executionUrl != null && executionUrl.startsWith("http")) {
            return new TaskForm(EXTERNAL, null, List.of(), null, null, executionUrl);
        }
        String variable = data.text(NodeData.OUTPUT_VARIABLE);
        String infoText = data.text(NodeData.INFO_TEXT);
        return switch (data.text(NodeData.ACTIVITY_TYPE)) {
            case "Text input" ->
                new TaskForm("text", variable, List.of(), data.text(NodeData.INPUT_REGEX), infoText, null);
            case "Single choice" -> new TaskForm("single", variable, data.choices(), null, infoText, null);
            case "Multiple Choice" -> new TaskForm("multiple", variable, data.choices(), null, infoText, null);
            case null, default -> new TaskForm("info", null, List.of(), null, infoText, null);
        };
    }
}
