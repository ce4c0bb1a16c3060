package io.processflow.server.activity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.processflow.server.ServerTest;
import io.processflow.server.platform.Rejection;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class WrongTokensTest {

    @Autowired
    private WrongTokens wrongTokens;

    @Autowired
    private ActivitySettings settings;

    @Test
    void anAddressThatGuessesIsToldToWaitAndOthersAreNot() {
        for (int i = 0; i < settings.wrongTokensPerMinute(); i++) {
            wrongTokens.count("198.51.100.7");
        }

        // Uses grow back while the test runs, some three a second here; so many more can not all have.
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < settings.wrongTokensPerMinute(); i++) {
                        wrongTokens.count("198.51.100.7");
                    }
                })
                .satisfies(rejection ->
                        Assertions.assertThat(rejection.status().value()).isEqualTo(429));
        wrongTokens.count("198.51.100.8");
    }
}
