package io.processflow.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.SecretToken;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
class PasswordResetTest {

    private static final String WANTED = "seven-lakes-and-a-canoe";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Housekeeping housekeeping;

    @Test
    void answersTheSameWhetherOrNotSomebodyHasTheAddress() {
        Browser browser = Browser.signedUp(port, "forgot");
        String email = browser.me().path("email").asString();
        Answer known = request(email).expect(202);
        Answer unknown = request("nobody-" + UUID.randomUUID() + "@example.org").expect(202);
        assertThat(known.body()).isEqualTo(unknown.body()).isEmpty();
        assertThat(identifiers(browser.userId())).containsExactly("password-reset:" + browser.userId() + ":" + email);
        request(email.toUpperCase(Locale.ROOT)).expect(202);
        assertThat(identifiers(browser.userId()))
                .as("a new link kills the one before")
                .hasSize(1);
        request(email).expect(202);
        Answer tooMany = request(email).expect(429);
        assertThat(tooMany.header("Retry-After")).matches("\\d+");
        assertThat(tooMany.code()).isEqualTo("too-many-requests");
    }

    @Test
    void theLinkSetsThePasswordOnceAndEndsAllSessions() {
        Browser browser = Browser.signedUp(port, "reset");
        String email = browser.me().path("email").asString();
        String token = issue(browser, "password-reset:", "30 minutes");
        reset(token, "short").expect(422);
        browser.get("/api/me").expect(200);
        reset(token, WANTED).expect(204);
        browser.get("/api/me").expect(401);
        assertThat(reset(token, WANTED).expect(422).code()).isEqualTo("link-over");
        signIn(email, Browser.PASSWORD).expect(401);
        signIn(email, WANTED).expect(200);
    }

    @Test
    void aLinkThatIsOldOrForAnotherPurposeOrAddressDoesNothingAndCostsNothing() {
        Browser browser = Browser.signedUp(port, "over");
        String old = issue(browser, "password-reset:", "-1 second");
        String other = issue(browser, "email-verification:", "24 hours");
        String moved = issue(browser, "password-reset:", "30 minutes");
        jdbc.sql("update \"user\" set email = 'moved-' || email where id = :id")
                .param("id", browser.userId())
                .update();
        long before = passwords.computed();
        Stream.of(old, other, moved, "made-up", "' or true --")
                .forEach(token ->
                        assertThat(reset(token, WANTED).expect(422).code()).isEqualTo("link-over"));
        assertThat(passwords.computed()).isEqualTo(before);
    }

    @Test
    void ofManyWhoUseOneLinkAtOnceOneWins() throws Exception {
        Browser browser = Browser.signedUp(port, "race");
        String token = issue(browser, "password-reset:", "30 minutes");
        Callable<Integer> attempt = () -> reset(token, WANTED).status();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = people
                    .invokeAll(Stream.generate(() -> attempt).limit(20).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses).containsOnly(204, 422);
        }
    }

    @Test
    void confirmsTheAddressOnce() {
        Browser browser = Browser.signedUp(port, "verify");
        String token = issue(browser, "email-verification:", "24 hours");
        verify(token).expect(204);
        assertThat(jdbc.sql("select email_verified from \"user\" where id = :id")
                        .param("id", browser.userId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(verify(token).expect(422).code()).isEqualTo("link-over");
    }

    @Test
    void sweepsAwayWhatIsOver() {
        Browser browser = Browser.signedUp(port, "sweep");
        UUID id = browser.userId();
        issue(browser, "password-reset:", "-1 second");
        jdbc.sql("update session set expires_at = now() - interval '1 second' where user_id = :id")
                .param("id", id)
                .update();
        housekeeping.sweep();
        assertThat(identifiers(id)).isEmpty();
        assertThat(jdbc.sql("select count(*) from session where user_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What a mail would have carried; the server itself never shows it again. */
    private String issue(Browser browser, String purpose, String valid) {
        String token = SecretToken.create();
        jdbc.sql("""
                        insert into verification (identifier, value, expires_at)
                        values (:identifier, :hash, now() + cast(:valid as interval))""")
                .param(
                        "identifier",
                        purpose + browser.userId() + ":"
                                + browser.me().path("email").asString())
                .param("hash", HexFormat.of().formatHex(SecretToken.hash(token)))
                .param("valid", valid)
                .update();
        return token;
    }

    private List<String> identifiers(UUID userId) {
        return jdbc.sql("select identifier from verification where identifier like '%:' || :id || ':%'")
                .param("id", userId.toString())
                .query(String.class)
                .list();
    }

    private Answer request(String email) {
        return new Browser(port).post("/api/auth/request-password-reset", "{\"email\": \"" + email + "\"}");
    }

    private Answer reset(String token, String password) {
        return new Browser(port).post("/api/auth/reset-password", """
                {"token": "%s", "password": "%s"}""".formatted(token, password));
    }

    private Answer verify(String token) {
        return new Browser(port).post("/api/auth/verify-email", "{\"token\": \"" + token + "\"}");
    }

    private Answer signIn(String email, String password) {
        return new Browser(port).post("/api/auth/sign-in", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }
}
