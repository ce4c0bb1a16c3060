package io.processflow.engine.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A value of a variable or of a node's option: a JSON value (RFC 8259), or {@link Unset} for a variable nobody has
 * written. Values never change.
 */
public sealed interface Value {

    /** A text; also how dates and, in answers of forms, numbers may come. */
    record Text(String text) implements Value {}

    record Number(BigDecimal number) implements Value {
        public static Number of(long number) {
            return new Number(BigDecimal.valueOf(number));
        }
    }

    record Truth(boolean truth) implements Value {}

    /** A JSON array, for instance the answer to a multiple choice. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A JSON object; the order of its members is kept. */
    record Fields(Map<String, Value> fields) implements Value {}

    /** The JSON value {@code null}, which somebody has written. */
    record Nothing() implements Value {}

    /** No value: the variable was never written. */
    record Unset() implements Value {}

    Value NOTHING = new Nothing();
    Value UNSET = new Unset();

    static Value text(String text) {
        return new Text(text);
    }

    static Value truth(boolean truth) {
        return new Truth(truth);
    }
}
