package io.processflow.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Comparison.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "10, >, 9, true",
        "10, <, 9, false",
        "1.0, ==, 1, true",
        "1.50, !=, 1.5, false",
        "2026-11-22, >, 2026-02-01, true",
        "2026-11-22T10:00:00Z, ==, 2026-11-22T11:00:00+01:00, true",
        "b, >, a, true",
        "a, >=, a, true",
        "B, <, a, true",
        "true, ==, true, true",
        "yes, !=, no, true",
        "10, <=, 10, true"
    })
    void comparesTextsAsWhatTheyAre(String left, String symbol, String right, boolean expected) {
        assertThat(Comparison.of(symbol).orElseThrow().compare(Value.text(left), Value.text(right)))
                .isEqualTo(new Outcome.Decided(expected));
    }

    @Test
    void aNumberAgainstWhatIsNoneCanNotBeOrdered() {
        Outcome outcome = Comparison.GREATER.compare(Value.Number.of(1), Value.text("many"));

        assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        assertThat(((Outcome.Impossible) outcome).reason()).contains("many");
        assertThat(Comparison.EQUAL.compare(Value.Number.of(1), Value.text("many")))
                .isEqualTo(new Outcome.Decided(false));
    }

    @Test
    void listsAreEqualInAnyOrder() {
        Value list = items("a", "b", "b");

        assertThat(holds(list, items("b", "a", "b"))).isTrue();
        assertThat(holds(list, items("a", "a", "b"))).isFalse();
        assertThat(holds(list, items("a", "b"))).isFalse();
    }

    @Test
    void onlyAgainstAListIsTextSplitAtCommas() {
        assertThat(holds(items("a", "b"), Value.text("b, a"))).isTrue();
        assertThat(holds(Value.text("a,b"), items("a", "b"))).isTrue();
        assertThat(holds(Value.text("a,b"), Value.text("b,a"))).isFalse();
        assertThat(holds(items("1"), Value.Number.of(1))).isTrue();
    }

    @Test
    void unsetEqualsItselfAlone() {
        assertThat(holds(Value.UNSET, Value.UNSET)).isTrue();
        assertThat(holds(Value.UNSET, Value.text(""))).isFalse();
        assertThat(holds(Value.NOTHING, Value.UNSET)).isFalse();
        assertThat(Comparison.LESS.compare(Value.UNSET, Value.Number.of(1))).isInstanceOf(Outcome.Impossible.class);
    }

    @Test
    void listsAndNullHaveNoOrder() {
        assertThat(Comparison.LESS.compare(items("a"), items("b"))).isInstanceOf(Outcome.Impossible.class);
        assertThat(Comparison.LESS.compare(Value.NOTHING, Value.text("b"))).isInstanceOf(Outcome.Impossible.class);
    }

    @Test
    void hugeNumbersAreText() {
        assertThat(holds(Value.text("1e999999999"), Value.text("1e999999999"))).isTrue();
        assertThat(Comparison.GREATER.compare(Value.text("1e999999999"), Value.Number.of(1)))
                .isInstanceOf(Outcome.Impossible.class);
    }

    private static boolean holds(Value left, Value right) {
        return Comparison.EQUAL.compare(left, right).equals(new Outcome.Decided(true));
    }

    private static Value items(String... texts) {
        return new Value.Items(List.of(texts).stream().map(Value::text).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, <, 2026-11-22T00:00:01, true",
        "2026-11-22, ==, 2026-11-22T00:00:00, true",
        "2026-11-22T10:00:00, ==, 2026-11-22T10:00:00Z, true",
        "2026-11-22T10:00:00+05:00, <, 2026-11-22T06:00:00Z, true",
        "2026-11-22T10:00:00-05:00, >, 2026-11-22T14:00:00Z, true",
        "2026-11-22T10:00:00-05:00, ==, 2026-11-22, false",
        "2026-13-45, <, 2026-13-46, true",
        "2026-11-2, <, 2026-11-22, true",
        "2026-11-22x, ==, 2026-11-22, false",
        "9, <=, 9, true",
        "9, >=, 10, false",
        "9, <, 9, false",
        "9, >, 9, false",
        "-1, <, 0, true",
        ".5, ==, 0.5, true",
        "true, !=, false, true"
    })
    void datesAreComparedByTheMomentTheyName(String left, String symbol, String right, boolean expected) {
        assertThat(Comparison.of(symbol).orElseThrow().compare(Value.text(left), Value.text(right)))
                .isEqualTo(new Outcome.Decided(expected));
    }

    @Test
    void membersOfAListLeaveOutWhatIsEmpty() {
        assertThat(holds(items("a"), Value.text(" a ,, "))).isTrue();
        assertThat(holds(items(), Value.text(""))).isTrue();
    }

    @Test
    void objectsAndNullEqualOnlyTheirLike() {
        Value object = new Value.Fields(java.util.Map.of("a", Value.text("1")));

        assertThat(holds(object, new Value.Fields(java.util.Map.of("a", Value.text("1")))))
                .isTrue();
        assertThat(holds(object, Value.text("a: 1"))).isFalse();
        assertThat(holds(Value.NOTHING, Value.NOTHING)).isTrue();
        assertThat(holds(Value.NOTHING, Value.text(""))).isFalse();
    }

    @Test
    void everySymbolNamesItsComparison() {
        for (Comparison comparison : Comparison.values()) {
            assertThat(Comparison.of(comparison.symbol())).contains(comparison);
        }
        assertThat(Comparison.of("=")).isEmpty();
        assertThat(Comparison.of(null)).isEmpty();
    }

    @Test
    void numbersUpToAHundredCharactersAndThreeHundredPowersAreNumbers() {
        String hundred = "0".repeat(99) + "1";

        assertThat(holds(Value.text(hundred), Value.Number.of(1))).isTrue();
        assertThat(holds(Value.text("0" + hundred), Value.Number.of(1))).isFalse();
        assertThat(holds(Value.text("1e308"), Value.text("10e307"))).isTrue();
        assertThat(holds(Value.text("1e309"), Value.text("10e308"))).isFalse();
    }
}
