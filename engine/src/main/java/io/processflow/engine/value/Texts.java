package io.processflow.engine.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a value reads inside a text. */
public final class Texts {

    private Texts() {}

    /** Texts as they are, numbers in plain digits, members of a list separated by a comma and a space. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Truth(boolean truth) -> Boolean.toString(truth);
            case Value.Items(List<Value> items) -> items.stream().map(Texts::of).collect(Collectors.joining(", "));
            case Value.Fields(Map<String, Value> fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining(", "));
            case Value.Nothing ignored -> "";
            case Value.Unset ignored -> "";
        };
    }
}
