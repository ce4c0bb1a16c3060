package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads our data of drawn elements: JSON text in an extension element. */
final class DataReader {

    private static final DrawnNode.DrawnData NONE = new DrawnNode.DrawnData(false, new NodeData(Map.of()), null);
    private static final int LARGEST_EXPONENT = 308;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNameLength(1_024)
                            .maxStringLength(256 * 1_024)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DataReader() {}

    static DrawnNode.DrawnData of(XmlElement element) {
        return element.children("extensionElements")
                .flatMap(XmlElement::children)
                .filter(child ->
                        child.name().equals("data") && child.namespace().equals(Names.OURS))
                .findFirst()
                .map(child -> parse(child.text()))
                .orElse(NONE);
    }

    private static DrawnNode.DrawnData parse(String json) {
        if (json.isEmpty()) {
            return NONE;
        }
        try {
            if (value(JSON.readTree(json)) instanceof Value.Fields(var fields)) {
                return new DrawnNode.DrawnData(true, new NodeData(fields), null);
            }
            return unreadable("expected a JSON object");
        } catch (JacksonException e) {
            return unreadable("expected JSON, but found: " + e.getOriginalMessage());
        } catch (ArithmeticException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static DrawnNode.DrawnData unreadable(String reason) {
        return new DrawnNode.DrawnData(true, new NodeData(Map.of()), reason);
    }

    private static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                node.properties().forEach(member -> fields.put(member.getKey(), value(member.getValue())));
                yield new Value.Fields(fields);
            }
            case ARRAY -> {
                List<Value> items = new ArrayList<>();
                node.forEach(item -> items.add(value(item)));
                yield new Value.Items(items);
            }
            case NUMBER -> new Value.Number(number(node.decimalValue()));
            case BOOLEAN -> Value.truth(node.booleanValue());
            case STRING -> Value.text(node.stringValue());
            case NULL, MISSING, BINARY, POJO -> Value.NOTHING;
        };
    }

    private static BigDecimal number(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || Math.abs(number.scale()) > LARGEST_EXPONENT) {
            throw new ArithmeticException("expected numbers with exponents up to " + LARGEST_EXPONENT);
        }
        return number;
    }
}
