package io.processflow.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, Value> VARIABLES =
            Map.of("n", Value.Number.of(3), "name", Value.text("Ana"), "self", Value.text("{self}{name}"));

    private static final Function<String, Value> LOOK_UP = name -> VARIABLES.getOrDefault(name, Value.UNSET);

    private static Value resolve(String text) {
        return Template.of(Value.text(text)).resolve(LOOK_UP);
    }

    @Test
    void aPlaceholderAloneKeepsTheType() {
        assertThat(resolve("{n}")).isEqualTo(Value.Number.of(3));
        assertThat(resolve("{n}!")).isEqualTo(Value.text("3!"));
    }

    @Test
    void whatWasInsertedIsNeverScannedAgain() {
        assertThat(resolve("{self}")).isEqualTo(Value.text("{self}{name}"));
        assertThat(resolve("a {self} b")).isEqualTo(Value.text("a {self}{name} b"));
    }

    @Test
    void anUnknownNameStaysAsItIsWritten() {
        assertThat(resolve("Dear {nobody}, {name}")).isEqualTo(Value.text("Dear {nobody}, Ana"));
        assertThat(resolve("{nobody}")).isEqualTo(Value.text("{nobody}"));
        assertThat(Template.of(Value.text("{nobody}")).evaluate(LOOK_UP)).isEqualTo(Value.UNSET);
    }

    @Test
    void bracesThatHoldNoNameAreText() {
        assertThat(resolve("{} {1} { name} {name")).isEqualTo(Value.text("{} {1} { name} {name"));
        assertThat(resolve("{{name}}")).isEqualTo(Value.text("{Ana}"));
    }

    @Test
    void listsAndObjectsAreFollowed() {
        Value nested = new Value.Fields(Map.of("list", new Value.Items(List.of(Value.text("{n}"), Value.truth(true)))));

        assertThat(Template.of(nested).resolve(LOOK_UP))
                .isEqualTo(new Value.Fields(
                        Map.of("list", new Value.Items(List.of(Value.Number.of(3), Value.truth(true))))));
        assertThat(Template.of(nested).names()).containsExactly("n");
    }
}
