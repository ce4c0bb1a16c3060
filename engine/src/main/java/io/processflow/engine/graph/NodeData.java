package io.processflow.engine.graph;

import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node's {@code data}: the JSON that the editor's options write. A dotted name is a path ({@code
 * outputs.userInputVariableName}); data written flat, with the dotted name as the member's own name, is read as well.
 * Numbers and booleans may be written as text.
 */
public record NodeData(Map<String, Value> data) {

    public static final String TASK = "task";
    public static final String DESCRIPTION = "description";
    public static final String ASSIGNED_ROLE = "assignedRole";
    public static final String DUE = "due";
    public static final String NODE_DEFINITION_ID = "nodeDefinitionId";
    /** {@code Manual} (the default) or {@code Automatic}; the compiler writes it on every activity. */
    public static final String EXECUTION_MODE = "executionMode";
    /** {@code Text input}, {@code Single choice}, {@code Multiple Choice} or {@code Info}. */
    public static final String ACTIVITY_TYPE = "activityType";
    /** A JSON list of strings, or text separated by commas. */
    public static final String CHOICES = "choices";

    public static final String INPUT_REGEX = "inputRegex";
    public static final String INFO_TEXT = "infoText";
    public static final String OUTPUT_VARIABLE = "outputs.userInputVariableName";
    /** Prefix of a start's declared inputs, followed by 0, 1, 2, … */
    public static final String INPUT_VARIABLES = "outputs.inputVariableNames";
    /** Of a start: what an instance is called, with placeholders, as in {@code Order {number}, {customer}}. */
    public static final String INSTANCE_TITLE = "instanceTitle";

    public static final String VALUE_1 = "value1";
    public static final String COMPARISON = "comparison";
    public static final String VALUE_2 = "value2";
    public static final String SECONDS_TO_COMPLETE = "secondsToComplete";
    public static final String GAMIFICATION_TYPE = "gamificationType";
    public static final String GAMIFICATION_OPTIONS = "gamificationOptions";

    /** The member at a dotted path, or null. */
    public @Nullable Value get(String path) {
        Value flat = data.get(path);
        if (flat != null) {
            return flat;
        }
        int dot = path.indexOf('.');
        if (dot > 0 && data.get(path.substring(0, dot)) instanceof Value.Fields(var inner)) {
            return new NodeData(inner).get(path.substring(dot + 1));
        }
        return null;
    }

    /** The member as text; null when it is absent, empty or neither text, number nor boolean. */
    public @Nullable String text(String path) {
        return switch (get(path)) {
            case Value.Text(String text) -> text.isBlank() ? null : text;
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Truth(boolean truth) -> Boolean.toString(truth);
            case null, default -> null;
        };
    }

    /** The members {@code prefix-0}, {@code prefix-1}, … as texts, up to the first that is missing. */
    public List<String> numbered(String prefix) {
        List<String> found = new ArrayList<>();
        String next = text(prefix + "-0");
        while (next != null) {
            found.add(next);
            next = text(prefix + "-" + found.size());
        }
        return List.copyOf(found);
    }

    /** Choices as a list of strings, from a JSON list or from text separated by commas; empty when there are none. */
    public List<String> choices() {
        return switch (get(CHOICES)) {
            case Value.Items(var items) ->
                items.stream().flatMap(NodeData::choices).toList();
            case Value.Text(String text) ->
                java.util.Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .toList();
            case null, default -> List.of();
        };
    }

    /** A placeholder may stand for a list: each of its members is a choice. */
    private static Stream<String> choices(Value item) {
        return item instanceof Value.Items(var inner)
                ? inner.stream().flatMap(NodeData::choices)
                : Stream.of(Texts.of(item));
    }

    /** The names of the variables this node may write: every text below {@code outputs}. */
    public List<String> outputs() {
        List<String> names = new ArrayList<>();
        data.forEach((name, value) -> {
            if (name.startsWith("outputs.") && value instanceof Value.Text(String text) && !text.isBlank()) {
                names.add(text);
            }
        });
        if (data.get("outputs") instanceof Value.Fields(var outputs)) {
            outputs.values().forEach(value -> {
                if (value instanceof Value.Text(String text) && !text.isBlank()) {
                    names.add(text);
                }
            });
        }
        return List.copyOf(names);
    }

    public boolean isAutomatic() {
        return "Automatic".equals(text(EXECUTION_MODE));
    }
}
