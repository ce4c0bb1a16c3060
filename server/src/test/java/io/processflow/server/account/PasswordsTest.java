package io.processflow.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.account.AccountSettings.Limits;
import io.processflow.server.account.AccountSettings.PasswordFormat;
import io.processflow.server.account.AccountSettings.SessionTimes;
import io.processflow.server.account.AccountSettings.Verifying;
import io.processflow.server.platform.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final List<String> OWN_WORDS = List.of("petrovic", "ana.petrovic@example.org");

    private final PasswordRules rules = new PasswordRules(settings(PasswordFormat.ARGON2ID));

    @Test
    void writesArgon2idWithTheParametersThatTheSecurityPageNames() {
        Passwords passwords = new Passwords(settings(PasswordFormat.ARGON2ID), rules);
        String hash = passwords.hash("plum otter lantern");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("plum otter lantern", hash)).isTrue();
        assertThat(passwords.matches("plum otter lanterns", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void readsBothFormatsWhicheverItWrites() {
        Passwords argon2 = new Passwords(settings(PasswordFormat.ARGON2ID), rules);
        Passwords scrypt = new Passwords(settings(PasswordFormat.SCRYPT), rules);
        assertThat(argon2.matches(BetterAuthScryptTest.PASSWORD, BetterAuthScryptTest.HASH))
                .isTrue();
        assertThat(argon2.isOutdated(BetterAuthScryptTest.HASH)).isTrue();
        assertThat(scrypt.isOutdated(BetterAuthScryptTest.HASH)).isFalse();
        assertThat(scrypt.hash("plum otter lantern")).matches("[0-9a-f]{32}:[0-9a-f]{128}");
        assertThat(scrypt.isOutdated(argon2.hash("plum otter lantern"))).isTrue();
    }

    @Test
    void hashesOnceForNobodyToo() {
        Passwords passwords = new Passwords(settings(PasswordFormat.ARGON2ID), rules);
        long before = passwords.computed();
        assertThat(passwords.matches("plum otter lantern", null)).isFalse();
        assertThat(passwords.computed() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plum-otter-lantern", "ŽŠĆĐ-пароль-密码", "3141592653589793", "Petrovic rides at dawn"})
    void takesLongPasswordsOfAnyCharacters(String password) {
        assertThatCode(() -> rules.check("/password", password, OWN_WORDS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "short-one-11, 11 characters are not 12",
        "password123456, common with digits",
        "1q2w3e4r5t6y, on the list",
        "AAAAAAAAAAAAA, one letter",
        "petrovic-1234, own name",
        "processflow12, product name",
        "ProcessFlow-petrovic, both"
    })
    void refusesWhatIsEasilyGuessed(String password, String why) {
        String typed = why.startsWith("11") ? password.substring(1) : password;
        assertThatThrownBy(() -> rules.check("/password", typed, OWN_WORDS))
                .as(why)
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.code()).isEqualTo("invalid"));
    }

    @Test
    void refusesMoreThan128Characters() {
        String longest = "ab c".repeat(32);
        assertThatCode(() -> rules.check("/password", longest, OWN_WORDS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("/password", longest + "d", OWN_WORDS))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void letsOnlySoManyComputeAndWaitAtOnce() throws Exception {
        HashingGate gate = new HashingGate(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(48);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 100; person++) {
                people.submit(() -> {
                    try {
                        gate.pass(() -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            await(release);
                            atOnce.decrementAndGet();
                            return done.incrementAndGet();
                        });
                    } catch (Rejection tooMany) {
                        assertThat(tooMany.status().value()).isEqualTo(429);
                        refused.countDown();
                    }
                });
            }
            assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
        assertThat(most).hasValue(2);
        assertThat(done).hasValue(52);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static AccountSettings settings(PasswordFormat format) {
        return new AccountSettings(
                12,
                format,
                Verifying.AUTO,
                new Limits(20, 20, 5, 3),
                new SessionTimes(
                        Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(30), Duration.ofMinutes(15)));
    }
}
