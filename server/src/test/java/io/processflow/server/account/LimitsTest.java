package io.processflow.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.RateLimits;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class LimitsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RateLimits rates;

    @Autowired
    private Passwords passwords;

    @Test
    void ofManyParallelWrongSignInsOnlyTheLimitReachesTheHash() throws Exception {
        String email = Browser.signedUp(port, "guessed").me().path("email").asString();
        long before = passwords.computed();
        long start = System.nanoTime();
        List<Integer> statuses =
                atOnce(60, () -> signIn(email, "wrong-password").status());
        int most = admittedWithin(Duration.ofNanos(System.nanoTime() - start));
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSizeBetween(5, most);
        assertThat(passwords.computed() - before).isBetween(5L, (long) most);
        jdbc.sql("update rate_limit set blocked_until = clock_timestamp() + interval '60 seconds' where key = :key")
                .param("key", "sign-in:account:" + HexFormat.of().formatHex(SecretToken.hash(email)))
                .update();
        Answer right = signIn(email, Browser.PASSWORD).expect(429);
        assertThat(right.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void theDelayGrowsButNothingIsLockedForGood() {
        String who = UUID.randomUUID().toString();
        rates.tryOnce("test", who, 1);
        for (int wait : List.of(3, 6, 12, 24, 48, 60, 60)) {
            assertThat(secondsBlocked()).isBetween(wait - 0.1, wait + 0.1);
            block("1 minute");
            assertThatThrownBy(() -> rates.tryOnce("test", who, 1)).isInstanceOf(Rejection.class);
            block("0 seconds");
            assertThatCode(() -> rates.tryOnce("test", who, 1)).doesNotThrowAnyException();
        }
        rates.forget("test", who);
        assertThatCode(() -> rates.tryOnce("test", who, 2)).doesNotThrowAnyException();
        assertThatCode(() -> rates.tryOnce("test", who, 2)).doesNotThrowAnyException();
        rates.forget("test", who);
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        String email = Browser.signedUp(port, "clumsy").me().path("email").asString();
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                signIn(email, "wrong-password").expect(401);
            }
            signIn(email, Browser.PASSWORD).expect(200);
        }
    }

    @Test
    void parallelUsesNeverExceedTheSizeAndGrowAgain() throws Exception {
        String who = UUID.randomUUID().toString();
        List<Boolean> taken = atOnce(40, () -> take(who));
        assertThat(taken.stream().filter(Boolean::booleanValue)).hasSize(7);
        rates.giveBack("test-use", who, 7);
        assertThat(take(who)).isTrue();
        assertThat(take(who)).isFalse();
        jdbc.sql("update rate_limit set refilled_at = refilled_at - interval '20 minutes' where key like 'test-use:%'")
                .update();
        assertThat(Stream.generate(() -> take(who)).limit(4).filter(Boolean::booleanValue))
                .hasSize(2);
    }

    @Test
    void whoIsLimitedIsNotWhatAHeaderClaims() {
        Browser browser = Browser.signedUp(port, "forwarded");
        String id = browser.userId().toString();
        new Browser(port)
                .send(
                        "POST",
                        "/api/auth/sign-in",
                        """
                {"email": "%s", "password": "%s"}""".formatted(browser.me().path("email").asString(), Browser.PASSWORD),
                        Map.of("X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9"))
                .expect(200);
        assertThat(jdbc.sql("select distinct ip_address from session where user_id = cast(:id as uuid)")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1");
    }

    @Test
    void countsAHouseholdOfIpv6AsOne() {
        assertThat(network("2001:db8:1:2:aaaa::1")).isEqualTo(network("2001:db8:1:2:bbbb::2"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("fe80::1%eth0")).isEqualTo(network("fe80::2"));
        assertThat(network("192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
    }

    @Test
    void aFloodOfSignInsIsTurnedAwayAndStopsNobodyWhoIsSignedIn() throws Exception {
        Browser working = Browser.signedUp(port, "working");
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> flood = Stream.generate(() ->
                            people.submit(() -> signIn("flood-" + UUID.randomUUID() + "@example.org", "wrong-password")
                                    .status()))
                    .limit(150)
                    .toList();
            for (int request = 0; request < 5; request++) {
                working.get("/api/me").expect(200);
            }
            for (Future<Integer> one : flood) {
                assertThat(one.get()).isIn(401, 429);
            }
            assertThat(flood.stream().map(Future::resultNow).filter(status -> status == 429))
                    .isNotEmpty();
        }
    }

    private boolean take(String who) {
        try {
            rates.take("test-use", who, 7, Duration.ofHours(1));
            return true;
        } catch (Rejection tooMany) {
            assertThat(tooMany.status().value()).isEqualTo(429);
            return false;
        }
    }

    private void block(String from) {
        jdbc.sql(
                        "update rate_limit set blocked_until = clock_timestamp() + cast(:from as interval) where key like 'test:%'")
                .param("from", from)
                .update();
    }

    /** Counted from the try itself: both times were written by its statement. */
    private double secondsBlocked() {
        return jdbc.sql("""
                        select extract(epoch from blocked_until - (expires_at - interval '15 minutes'))
                          from rate_limit where key like 'test:%'""").query(Double.class).single();
    }

    /** Five at once, and one more after 3, 6, 12 … seconds, should the machine be slow. */
    private static int admittedWithin(Duration elapsed) {
        int admitted = 5;
        for (long wait = 3, until = 3; until <= elapsed.toSeconds(); wait = Math.min(60, wait * 2), until += wait) {
            admitted++;
        }
        return admitted;
    }

    private static String network(String address) {
        return Network.of(new Device(address, null));
    }

    private Answer signIn(String email, String password) {
        return new Browser(port).post("/api/auth/sign-in", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            return people.invokeAll(Stream.generate(() -> work).limit(times).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
