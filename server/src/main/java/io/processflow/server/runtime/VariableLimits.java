package io.processflow.server.runtime;

import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much an instance may remember, whoever writes it: 256 KiB a variable, 4 MiB and 1,000 variables an instance. */
final class VariableLimits {

    private static final int ONE = 256 * 1024;
    private static final int ALL = 4 * 1024 * 1024;
    private static final int NAME = 255;
    private static final int COUNT = 1_000;

    private VariableLimits() {}

    /** Why a step's variables can not be stored; null when they can, or when it wrote none. */
    static @Nullable Rejection objection(List<Event> events, InstanceState after) {
        boolean wrote = false;
        for (Event event : events) {
            if (event instanceof Event.VariablesWritten written) {
                wrote = true;
                Rejection tooLarge = tooLarge(written.values());
                if (tooLarge != null) {
                    return tooLarge;
                }
            }
        }
        return wrote ? tooMuch(after.variables()) : null;
    }

    private static @Nullable Rejection tooLarge(Map<String, Value> written) {
        for (Map.Entry<String, Value> one : written.entrySet()) {
            if (one.getKey().length() > NAME) {
                return Rejection.unprocessable(
                        "variable-not-allowed", "Expected at most " + NAME + " characters in a variable's name.");
            }
            long size = size(one.getValue());
            if (size > ONE) {
                return Rejection.unprocessable(
                                "variable-too-large",
                                "Expected at most " + ONE + " bytes for the variable \"" + one.getKey()
                                        + "\", but it has " + size + ".")
                        .with("variable", one.getKey());
            }
        }
        return null;
    }

    private static @Nullable Rejection tooMuch(Map<String, Value> variables) {
        if (variables.size() > COUNT) {
            return Rejection.unprocessable(
                    "too-many-variables",
                    "Expected at most " + COUNT + " variables in an instance, but there would be " + variables.size()
                            + ".");
        }
        long size = 0;
        for (Map.Entry<String, Value> one : variables.entrySet()) {
            size += one.getKey().length() + size(one.getValue());
        }
        return size <= ALL
                ? null
                : Rejection.unprocessable(
                        "variables-too-large",
                        "Expected at most " + ALL + " bytes for all variables of an instance, but there would be "
                                + size + ".");
    }

    /** Bytes of the value as JSON in UTF-8, escapes not counted. */
    static long size(Value value) {
        return switch (value) {
            case Value.Text(String text) -> bytes(text) + 2;
            case Value.Number(var number) -> number.precision() + 2L;
            case Value.Truth ignored -> 5;
            case Value.Items(List<Value> items) ->
                2 + items.stream().mapToLong(item -> size(item) + 1).sum();
            case Value.Fields(Map<String, Value> fields) -> {
                long sum = 2;
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    sum += bytes(field.getKey()) + 4 + size(field.getValue());
                }
                yield sum;
            }
            case Value.Nothing ignored -> 4;
            case Value.Unset ignored -> 4;
        };
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half a pair counts two: both together are four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
