package io.processflow.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Name", "größe", "a1", "a_b", "a-b", "a.b", "secretive", "Experiences"})
    void lettersDigitsAndThreeSignsMakeANameALetterFirst(String name) {
        assertThat(VariableNames.isWellFormed(name)).isTrue();
        assertThat(VariableNames.isWritable(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "_a", "-a", ".a", "a b", "a{", "a}", "a/b", "a:b", "a,b"})
    void nothingElseDoes(String name) {
        assertThat(VariableNames.isWellFormed(name)).isFalse();
        assertThat(VariableNames.isWritable(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Experience", "Coins", "secret.", "secret.key"})
    void namesOfPointsAndSecretsAreReadOnly(String name) {
        assertThat(VariableNames.isWellFormed(name)).isTrue();
        assertThat(VariableNames.isWritable(name)).isFalse();
    }
}
