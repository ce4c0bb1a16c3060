package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTextTest {

    private static String text(Expression expression) {
        return switch (expression) {
            case Expression.Compare(var left, var comparison, var right) ->
                value(left) + " " + comparison.symbol() + " " + value(right);
            case Expression.And(var first, var second) -> "(" + text(first) + " and " + text(second) + ")";
            case Expression.Or(var first, var second) -> "(" + text(first) + " or " + text(second) + ")";
            case Expression.Not(var inner) -> "not(" + text(inner) + ")";
        };
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text.startsWith("{") ? text : "'" + text + "'";
            case Value.Number(var number) -> number.toPlainString();
            case Value.Truth(boolean truth) -> String.valueOf(truth);
            default -> value.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "${amount > 100}; {amount} > 100",
                "#{ amount>=100.50 }; {amount} >= 100.50",
                "= amount > 100; {amount} > 100",
                "amount = -5; {amount} == -5",
                "amount == other; {amount} == {other}",
                "status != 'done'; {status} != 'done'",
                "status <> \"done\"; {status} != 'done'",
                "${amount gt 3 && kind eq 'x'}; ({amount} > 3 and {kind} == 'x')",
                "a < 1 or b <= 2 and c == 3; ({a} < 1 or ({b} <= 2 and {c} == 3))",
                "${(a < 1 || b < 2) && !c}; (({a} < 1 or {b} < 2) and not({c} == true))",
                "= not(approved); not({approved} == true)",
                "${approved}; {approved} == true",
                "approved == true; {approved} == true",
                "Service Level == 'Premium'; {Service_Level} == 'Premium'",
                "order.total-1 > 5; {order.total-1} > 5",
                "true; true == true",
                "größe > 3; {größe} > 3",
                "100 < amount; 100 < {amount}"
            })
    void readsComparisonsOfManyTools(String written, String understood) {
        assertThat(ConditionText.read(written).map(read -> text(read.expression())))
                .hasValue(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "small amount, or none",
                "amount >",
                "> 5",
                "(a > 1",
                "a > 1)",
                "a > 1 b > 2",
                "${bean.check(amount)}",
                "${a > 1} and more",
                "a + b > 3",
                "amount > 1.000 €",
                "x == '{y}'",
                "x == null",
                "100",
                "'text'",
                "if amount is large?",
                "${empty list}}",
                "a == 'it\\'s'"
            })
    void whatIsNoComparisonIsNotRead(String text) {
        assertThat(ConditionText.read(text)).isEmpty();
    }

    @Test
    void loneWordsAreMarkedSoThatLabelsStayLabels() {
        assertThat(ConditionText.read("yes")).hasValueSatisfying(read -> {
            assertThat(read.marked()).isFalse();
            assertThat(read.bare()).containsExactly("yes");
        });
        assertThat(ConditionText.read("${yes}"))
                .hasValueSatisfying(read -> assertThat(read.marked()).isTrue());
        assertThat(ConditionText.read("a b > 1"))
                .hasValueSatisfying(read -> assertThat(read.spaced()).containsExactly("a_b"));
    }

    @Test
    void depthAndLengthAreLimited() {
        assertThat(ConditionText.read("(".repeat(40) + "a > 1" + ")".repeat(40)))
                .isPresent();
        assertThat(ConditionText.read("(".repeat(900) + "a > 1" + ")".repeat(900)))
                .isEmpty();
        assertThat(ConditionText.read("not ".repeat(400) + "a")).isEmpty();
        assertThat(ConditionText.read("a > 1 and ".repeat(1_000) + "a > 1")).isEmpty();
    }
}
