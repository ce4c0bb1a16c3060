package io.processflow.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void eachKindOfValueReadsAsPeopleWouldWriteIt() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("size", Value.Number.of(2));
        fields.put("fragile", Value.truth(true));

        assertThat(Texts.of(Value.text("a"))).isEqualTo("a");
        assertThat(Texts.of(new Value.Number(new BigDecimal("1E+3")))).isEqualTo("1000");
        assertThat(Texts.of(new Value.Items(List.of(Value.text("a"), Value.truth(false)))))
                .isEqualTo("a, false");
        assertThat(Texts.of(new Value.Fields(fields))).isEqualTo("size: 2, fragile: true");
        assertThat(Texts.of(Value.NOTHING)).isEmpty();
        assertThat(Texts.of(Value.UNSET)).isEmpty();
    }
}
