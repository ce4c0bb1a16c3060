package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]+",
                "-?[0-9]+([.][0-9]+)?",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                "[^@ ]+@[^@ ]+[.][^@ ]+",
                ".{1,200}",
                "(a+)+$",
                "^(.*a){12}$",
                "[]a{9}]\\{[^]\\]{3}]",
                "a{,3}|b{",
                "\\p{Lu}\\pL*",
            })
    void acceptsWhatRunsInLinearTime(String pattern) {
        assertThat(AnswerPattern.problem(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "(a)\\1", "(", "[a", "a**", "(?<!x)y"})
    void refusesWhatItsEngineDoesNotHave(String pattern) {
        assertThat(AnswerPattern.problem(pattern)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "(((x{99}y){99}){99}){99}", "((a{0,500}){0,500}){0,500}"})
    void refusesRepetitionsThatMultiplyWithoutCompilingThem(String pattern) {
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(AnswerPattern.problem(pattern)).isPresent());
    }

    @Test
    void refusesALongPattern() {
        assertThat(AnswerPattern.problem("a".repeat(257))).isPresent();
    }

    @Test
    void matchesTheWholeAnswer() {
        assertThat(AnswerPattern.of("[0-9]+").matches("42")).isTrue();
        assertThat(AnswerPattern.of("[0-9]+").matches("42a")).isFalse();
    }
}
