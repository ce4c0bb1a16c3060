package io.processflow.server.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.processflow.engine.Event;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.JsonValues;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events stand in the log. The form is kept for ever: the name of an event and of its members are part of it, and
 * recorded histories in the tests must go on reading.
 */
final class EventJson {

    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Event.class, Named.class)
            .addModule(new SimpleModule()
                    .addSerializer(Value.class, new ValueWriter())
                    .addDeserializer(Value.class, new ValueReader()))
            // Numbers are read as they were written, to the last digit.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    static String write(List<Event> events) {
        return MAPPER.writerFor(EVENTS).writeValueAsString(events);
    }

    static List<Event> read(String json) {
        return MAPPER.readValue(json, EVENTS);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "event")
    private interface Named {}

    private static final class ValueWriter extends ValueSerializer<Value> {
        @Override
        public void serialize(Value value, JsonGenerator generator, SerializationContext context) {
            context.writeTree(generator, JsonValues.node(value));
        }
    }

    private static final class ValueReader extends ValueDeserializer<Value> {
        @Override
        public Value deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            return JsonValues.value(tree);
        }

        @Override
        public Value getNullValue(DeserializationContext context) {
            return Value.NOTHING;
        }
    }
}
