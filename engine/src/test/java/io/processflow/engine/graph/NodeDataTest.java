package io.processflow.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeDataTest {

    private static NodeData data(Object... namesAndValues) {
        Map<String, Value> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return new NodeData(data);
    }

    private static Value value(Object value) {
        return value instanceof Value already ? already : Value.text((String) value);
    }

    @Test
    void aDottedNameIsAPathOrTheMembersOwnName() {
        Value nested = new Value.Fields(Map.of("deep", new Value.Fields(Map.of("er", Value.text("x")))));

        assertThat(data("outputs", nested).get("outputs.deep.er")).isEqualTo(Value.text("x"));
        assertThat(data("outputs.deep", "flat", "outputs", nested).get("outputs.deep"))
                .isEqualTo(Value.text("flat"));
        assertThat(data("outputs", "no object").get("outputs.deep")).isNull();
        assertThat(data().get("outputs")).isNull();
    }

    @Test
    void numbersAndBooleansReadAsText() {
        NodeData data = data(
                "number",
                new Value.Number(new BigDecimal("1E+2")),
                "truth",
                Value.truth(true),
                "blank",
                "  ",
                "list",
                new Value.Items(List.of()));

        assertThat(data.text("number")).isEqualTo("100");
        assertThat(data.text("truth")).isEqualTo("true");
        assertThat(data.text("blank")).isNull();
        assertThat(data.text("list")).isNull();
        assertThat(data.text("absent")).isNull();
    }

    @Test
    void numberedMembersGoUpToTheFirstThatIsMissing() {
        assertThat(data("v-0", "a", "v-1", "b", "v-3", "d").numbered("v")).containsExactly("a", "b");
        assertThat(data("v-1", "b").numbered("v")).isEmpty();
    }

    @Test
    void choicesAreAListOrTextSeparatedByCommas() {
        assertThat(data("choices", " red, ,green ,").choices()).containsExactly("red", "green");
        assertThat(data("choices", new Value.Items(List.of(Value.text("a, b"), Value.text("c"))))
                        .choices())
                .containsExactly("a, b", "c");
        assertThat(data("choices", Value.truth(true)).choices()).isEmpty();
    }

    @Test
    void aListAmongChoicesGivesEachOfItsMembers() {
        Value products = new Value.Items(List.of(Value.text("books, new"), Value.Number.of(3)));
        assertThat(data("choices", new Value.Items(List.of(products, Value.text("none"))))
                        .choices())
                .containsExactly("books, new", "3", "none");
    }

    @Test
    void outputsAreTheTextsBelowOutputsFlatAndNested() {
        NodeData data = data(
                "outputs.a", "flat",
                "outputs.blank", " ",
                "outputs.number", Value.Number.of(1),
                "output.b", "other",
                "outputs",
                        new Value.Fields(new LinkedHashMap<>(
                                Map.of("c", Value.text("nested"), "d", Value.text(" "), "e", Value.truth(true)))));

        assertThat(data.outputs()).containsExactly("flat", "nested");
    }

    @Test
    void onlyTheModeAutomaticIsAutomatic() {
        assertThat(data("executionMode", "Automatic").isAutomatic()).isTrue();
        assertThat(data("executionMode", "Manual").isAutomatic()).isFalse();
        assertThat(data().isAutomatic()).isFalse();
    }
}
