package io.processflow.server.platform;

import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns JSON into the engine's values and back. */
@Component
public class JsonValues {

    /** An exponent beyond this turns eight characters into a number of many thousand digits. */
    private static final int LARGEST_EXPONENT = 308;

    private final JsonMapper mapper;

    JsonValues(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public Value read(String json) {
        return value(mapper.readTree(json));
    }

    /** A stored JSON object as a map; the order of its members is kept. */
    public Map<String, Value> readFields(String json) {
        return read(json) instanceof Value.Fields(var fields) ? fields : Map.of();
    }

    public String write(Value value) {
        return mapper.writeValueAsString(node(value));
    }

    public String write(Map<String, Value> fields) {
        return write(new Value.Fields(fields));
    }

    /** @throws Rejection 422 for a number no database or browser could hold, or a text PostgreSQL can not store */
    public static Value value(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> Value.text(storable(json.stringValue()));
            case NUMBER -> new Value.Number(bounded(json.decimalValue()));
            case BOOLEAN -> Value.truth(json.booleanValue());
            case ARRAY -> {
                List<Value> items = new ArrayList<>();
                json.forEach(item -> items.add(value(item)));
                yield new Value.Items(items);
            }
            case OBJECT -> new Value.Fields(values(json));
            default -> Value.NOTHING;
        };
    }

    /** The members of a JSON object as values. */
    public static Map<String, Value> values(JsonNode object) {
        Map<String, Value> fields = new LinkedHashMap<>();
        object.properties().forEach(member -> fields.put(storable(member.getKey()), value(member.getValue())));
        return fields;
    }

    /** JSON members by name as values. */
    public static Map<String, Value> values(Map<String, JsonNode> members) {
        Map<String, Value> fields = new LinkedHashMap<>();
        members.forEach((name, member) -> fields.put(storable(name), value(member)));
        return fields;
    }

    public static JsonNode node(Value value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value) {
            case Value.Text(String text) -> make.stringNode(text);
            case Value.Number(BigDecimal number) -> make.numberNode(number);
            case Value.Truth(boolean truth) -> make.booleanNode(truth);
            case Value.Items(List<Value> items) -> {
                var array = make.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Value.Fields(Map<String, Value> fields) -> {
                var object = make.objectNode();
                fields.forEach((name, member) -> object.set(name, node(member)));
                yield object;
            }
            case Value.Nothing ignored -> make.nullNode();
            case Value.Unset ignored -> make.nullNode();
        };
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw Rejection.unprocessable("number-out-of-range", "A number has an exponent beyond ±308.");
        }
        return number;
    }

    /** @throws Rejection 422 for a text PostgreSQL can not store: with a NUL, or with half a character */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw Rejection.unprocessable("text-not-storable", "A text holds a NUL or half a character.");
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }
}
