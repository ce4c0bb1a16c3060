package io.processflow.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetterAuthScryptTest {

    /** Computed by better-auth's own code; the last character is the roman numeral eight, which is typed as VIII as well. */
    static final String PASSWORD = "correct horse \u2167";

    static final String HASH =
            "00112233445566778899aabbccddeeff:9ac4505ead79b68504564970b42310bc21544d9b82977d1c4142018dddc3e606"
                    + "3eee2bc337ec3a045058c13328cc49b33a932273cb2cfd0c9e155002f727083e";

    private final BetterAuthScrypt scrypt = new BetterAuthScrypt();

    @Test
    void readsWhatBetterAuthWrote() {
        assertThat(scrypt.matches("correct horse VIII", HASH)).isTrue();
        assertThat(scrypt.matches("correct horse VII", HASH)).isFalse();
        assertThat(scrypt.matches("", HASH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "plum otter", "şifre-пароль-密码", "long long long long long long long long"})
    void readsWhatItWroteItself(String password) {
        String hash = scrypt.encode(password);
        assertThat(hash).matches("[0-9a-f]{32}:[0-9a-f]{128}");
        assertThat(scrypt.matches(password, hash)).isTrue();
        assertThat(scrypt.matches(password + "!", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "00:11", "$argon2id$v=19$m=19456,t=2,p=1$abc$def"})
    void refusesWhatIsNotOfTheForm(String notOurs) {
        assertThat(scrypt.matches("anything", notOurs)).isFalse();
    }
}
