package io.processflow.server.runtime;

import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that variables of an instance must all have: the same text, or the same number however it is written. */
public record VariableFilter(List<Wanted> all) {

    public static final String PREFIX = "variable.";

    private static final int MOST = 10;

    /** @param number the value as a number, null when it is none */
    public record Wanted(
            String name, String value, @Nullable BigDecimal number) {}

    /** @throws Rejection 422 for more variables than can be asked for at once */
    public static VariableFilter of(Map<String, List<String>> parameters) {
        List<Wanted> wanted = new ArrayList<>();
        parameters.forEach((parameter, values) -> {
            if (parameter.startsWith(PREFIX)) {
                String name = JsonValues.storable(parameter.substring(PREFIX.length()));
                values.forEach(value -> wanted.add(new Wanted(name, JsonValues.storable(value), number(value))));
            }
        });
        if (wanted.size() > MOST) {
            throw Rejection.unprocessable(
                    "too-many-variables",
                    "Expected at most " + MOST + " variables to search by, but got " + wanted.size() + ".");
        }
        return new VariableFilter(List.copyOf(wanted));
    }

    private static @Nullable BigDecimal number(String value) {
        return value.matches("-?[0-9]{1,100}(\\.[0-9]{1,100})?") ? new BigDecimal(value) : null;
    }

    boolean any() {
        return !all.isEmpty();
    }
}
