package io.processflow.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccountTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Accounts accounts;

    @Test
    void signUpMakesAnAccountAndASession() {
        Browser browser = new Browser(port);
        String name = "ana-" + UUID.randomUUID().toString().substring(0, 8);
        Answer answer = browser.post("/api/auth/sign-up", """
                {"email": " %s@Example.org ", "username": " %s", "password": "%s"}""".formatted(name, name, Browser.PASSWORD))
                .expect(201);
        assertThat(answer.json().path("email").asString()).isEqualTo(name + "@example.org");
        assertThat(answer.json().path("username").asString()).isEqualTo(name);
        assertThat(answer.json().path("emailVerified").asBoolean()).isTrue();
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "email", "username", "name", "language", "isDarkModeEnabled", "emailVerified");
        assertThat(answer.json().path("isDarkModeEnabled").isNull()).isTrue();
        assertThat(browser.get("/api/auth/session").expect(200).json().path("user"))
                .isEqualTo(answer.json());
        UUID id = UUID.fromString(answer.json().path("id").asString());
        assertThat(accounts.find(id).orElseThrow().username()).isEqualTo(name);
        assertThat(accounts.findByEmail(name.toUpperCase(java.util.Locale.ROOT) + "@example.org"))
                .isPresent();
        assertThat(accounts.findAll(List.of(id, UUID.randomUUID()))).containsOnlyKeys(id);
    }

    @Test
    void setsACookieThatScriptsCanNotReadAndOnlyStoresItsHash() {
        Browser browser = Browser.signedUp(port, "cookie");
        String token = browser.cookie("pf_session");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        Answer again = signIn(browser, true).expect(200);
        assertThat(again.cookies().stream().filter(one -> one.startsWith("pf_session=")))
                .singleElement()
                .asString()
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=2592000")
                .doesNotContain("Domain", "Secure");
        Answer once = signIn(browser, false).expect(200);
        assertThat(once.cookies().stream().filter(one -> one.startsWith("pf_session=")))
                .singleElement()
                .asString()
                .doesNotContain("Max-Age", "Expires");
        assertThat(jdbc.sql("select count(*) from session where encode(token, 'escape') like '%' || :token || '%'")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignInGivesANewTokenAndEndsTheOneThatCameAlong() {
        Browser browser = Browser.signedUp(port, "fixed");
        Browser attacker = browser.copy();
        signIn(browser, false).expect(200);
        assertThat(browser.cookie("pf_session")).isNotEqualTo(attacker.cookie("pf_session"));
        assertThat(attacker.get("/api/me").status()).isEqualTo(401);
        Browser planted = new Browser(port);
        planted.setCookie("pf_session", "chosen-by-somebody-else");
        planted.signUp("planted-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(planted.cookie("pf_session")).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void aSessionEndsWhenTheDatabaseSaysItIsOver() {
        Browser idle = Browser.signedUp(port, "idle");
        move(idle, "expires_at = now() - interval '1 second'");
        assertThat(idle.get("/api/me").expect(401).code()).isEqualTo("not-signed-in");
        Browser old = Browser.signedUp(port, "old");
        move(old, "created_at = now() - interval '30 days 1 second'");
        old.get("/api/me").expect(401);
    }

    @Test
    void useMovesTheEndOnButNeverBeyondThirtyDays() {
        Browser browser = Browser.signedUp(port, "used");
        move(browser, "last_seen_at = now() - interval '4 minutes', expires_at = now() + interval '1 hour'");
        browser.get("/api/me").expect(200);
        assertThat(secondsLeft(browser)).isBetween(3500.0, 3600.0);
        move(browser, "last_seen_at = now() - interval '6 minutes'");
        browser.get("/api/me").expect(200);
        assertThat(secondsLeft(browser)).isBetween(86_300.0, 86_400.0);
        move(browser, "last_seen_at = now() - interval '6 minutes', created_at = now() - interval '29 days 23 hours'");
        browser.get("/api/me").expect(200);
        assertThat(secondsLeft(browser)).isBetween(3500.0, 3600.0);
    }

    @Test
    void signOutEndsTheSession() {
        Browser browser = Browser.signedUp(port, "out");
        Browser copy = browser.copy();
        Answer answer = browser.post("/api/auth/sign-out", null).expect(204);
        assertThat(answer.cookies()).anyMatch(one -> one.startsWith("pf_session=;") && one.contains("Max-Age=0"));
        copy.get("/api/me").expect(401);
    }

    @Test
    void listsSessionsAndEndsThemElsewhere() {
        Browser here = Browser.signedUp(port, "here");
        Browser there = new Browser(port);
        there.post("/api/auth/sign-in", credentials(here)).expect(200);
        var items = here.get("/api/me/sessions").expect(200).json().path("items");
        assertThat(items).hasSize(2);
        var other = items.valueStream()
                .filter(one -> !one.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(other.path("ipAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(other.path("userAgent").asString()).startsWith("Java-http-client");
        assertThat(other.path("token").isMissingNode()).isTrue();
        here.delete("/api/me/sessions/" + other.path("id").asString()).expect(204);
        there.get("/api/me").expect(401);
        here.get("/api/me").expect(200);
        here.delete("/api/me/sessions/" + UUID.randomUUID()).expect(404);
        here.delete("/api/me/sessions/not-an-id").expect(400);
        String foreign = Browser.signedUp(port, "foreign")
                .get("/api/me/sessions")
                .json()
                .at("/items/0/id")
                .asString();
        here.delete("/api/me/sessions/" + foreign).expect(404);
    }

    @Test
    void aPasswordChangeGivesANewTokenAndEndsAllOtherSessions() {
        Browser browser = Browser.signedUp(port, "change");
        Browser elsewhere = new Browser(port);
        elsewhere.post("/api/auth/sign-in", credentials(browser)).expect(200);
        Browser before = browser.copy();
        assertThat(change(browser, "not-the-password", "seven-lakes-and-a-canoe")
                        .expect(422)
                        .code())
                .isEqualTo("wrong-password");
        change(browser, Browser.PASSWORD, "seven-lakes-and-a-canoe").expect(204);
        browser.get("/api/me").expect(200);
        before.get("/api/me").expect(401);
        elsewhere.get("/api/me").expect(401);
        String email = browser.me().path("email").asString();
        signIn(email, Browser.PASSWORD).expect(401);
        signIn(email, "seven-lakes-and-a-canoe").expect(200);
    }

    @Test
    void whatOpensAnAccountNeedsAFreshSignIn() {
        Browser browser = Browser.signedUp(port, "stale");
        move(browser, "created_at = now() - interval '16 minutes'");
        assertThat(change(browser, Browser.PASSWORD, "seven-lakes-and-a-canoe")
                        .expect(403)
                        .code())
                .isEqualTo("sign-in-again");
        assertThat(browser.delete("/api/me").expect(403).code()).isEqualTo("sign-in-again");
        signIn(browser, false).expect(200);
        change(browser, Browser.PASSWORD, "seven-lakes-and-a-canoe").expect(204);
    }

    @Test
    void aTakenAddressOrUsernameIsAnHonestConflict() {
        Browser browser = Browser.signedUp(port, "taken");
        String username = browser.me().path("username").asString();
        Answer address = new Browser(port)
                .post(
                        "/api/auth/sign-up",
                        signUp(username.toUpperCase(java.util.Locale.ROOT) + "@example.org", "other-" + username));
        assertThat(address.expect(409).code()).isEqualTo("email-taken");
        assertThat(address.json().at("/errors/0/pointer").asString()).isEqualTo("/email");
        Answer name = new Browser(port)
                .post(
                        "/api/auth/sign-up",
                        signUp("other-" + username + "@example.org", username.toUpperCase(java.util.Locale.ROOT)));
        assertThat(name.expect(409).code()).isEqualTo("username-taken");
        assertThat(new Browser(port).get("/api/auth/session").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswerAndTheSameWork() {
        String known = Browser.signedUp(port, "known").me().path("email").asString();
        long before = passwords.computed();
        Answer wrong = signIn(known, "not-the-password").expect(401);
        long afterWrong = passwords.computed();
        Answer unknown = signIn("nobody-" + UUID.randomUUID() + "@example.org", "not-the-password")
                .expect(401);
        assertThat(afterWrong - before).isEqualTo(1);
        assertThat(passwords.computed() - afterWrong).isEqualTo(1);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.code()).isEqualTo("wrong-credentials");
    }

    @Test
    void upgradesAHashOfBetterAuthAtTheNextSignIn() {
        Browser browser = Browser.signedUp(port, "upgrade");
        UUID userId = browser.userId();
        jdbc.sql("update account set password = :hash where user_id = :user")
                .param("hash", BetterAuthScryptTest.HASH)
                .param("user", userId)
                .update();
        String email = browser.me().path("email").asString();
        signIn(email, "correct horse IX").expect(401);
        assertThat(storedPassword(userId)).isEqualTo(BetterAuthScryptTest.HASH);
        signIn(email, BetterAuthScryptTest.PASSWORD).expect(200);
        assertThat(storedPassword(userId)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        signIn(email, "correct horse VIII").expect(200);
    }

    @Test
    void changesTheProfileFieldByField() {
        Browser browser = Browser.signedUp(port, "profile");
        String username = browser.me().path("username").asString();
        browser.patch("/api/me", """
                {"name": " Ana Petrović ", "language": "sr", "isDarkModeEnabled": false}""").expect(200);
        var changed = browser.patch("/api/me", """
                {"language": null}""").expect(200).json();
        assertThat(changed.path("name").asString()).isEqualTo("Ana Petrović");
        assertThat(changed.path("language").isNull()).isTrue();
        assertThat(changed.path("isDarkModeEnabled").isBoolean()).isTrue();
        assertThat(changed.path("username").asString()).isEqualTo(username);
        assertThat(browser.patch("/api/me", "{\"isDarkModeEnabled\": null}")
                        .expect(200)
                        .json()
                        .path("isDarkModeEnabled")
                        .isNull())
                .isTrue();
        browser.patch("/api/me", "{\"language\": \"fr\"}").expect(422);
        browser.patch("/api/me", "{\"username\": \"a b\"}").expect(422);
        browser.patch("/api/me", "{\"name\": \"two\\nlines\"}").expect(422);
        String other = Browser.signedUp(port, "other").me().path("username").asString();
        assertThat(browser.patch("/api/me", "{\"username\": \"" + other + "\"}")
                        .expect(409)
                        .code())
                .isEqualTo("username-taken");
        assertThat(browser.me()).isEqualTo(browser.get("/api/me").json());
    }

    @Test
    void aClosedAccountLeavesATombstoneAndFreesItsNames() {
        Browser browser = Browser.signedUp(port, "closed");
        Browser elsewhere = browser.copy();
        UUID id = browser.userId();
        String username = browser.me().path("username").asString();
        browser.delete("/api/me").expect(204);
        elsewhere.get("/api/me").expect(401);
        signIn(username + "@example.org", Browser.PASSWORD).expect(401);
        Person tombstone = accounts.find(id).orElseThrow();
        assertThat(tombstone).isEqualTo(new Person(id, id.toString(), id.toString(), id.toString(), true));
        assertThat(accounts.findByEmail(username + "@example.org")).isEmpty();
        assertThat(jdbc.sql(
                                "select (select count(*) from session where user_id = :id) + (select count(*) from account where user_id = :id)")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        new Browser(port).signUp(username);
    }

    private Answer signIn(Browser browser, boolean stay) {
        String email = browser.me().path("email").asString();
        return browser.post("/api/auth/sign-in", """
                {"email": "%s", "password": "%s", "staySignedIn": %s}""".formatted(email, Browser.PASSWORD, stay));
    }

    private Answer signIn(String email, String password) {
        return new Browser(port).post("/api/auth/sign-in", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    private static String credentials(Browser browser) {
        return """
                {"email": "%s", "password": "%s"}""".formatted(browser.me().path("email").asString(), Browser.PASSWORD);
    }

    private static String signUp(String email, String username) {
        return """
                {"email": "%s", "username": "%s", "password": "%s"}""".formatted(email, username, Browser.PASSWORD);
    }

    private static Answer change(Browser browser, String current, String wanted) {
        return browser.post("/api/auth/change-password", """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, wanted));
    }

    private void move(Browser browser, String assignments) {
        assertThat(jdbc.sql("update session set " + assignments + " where id = :id")
                        .param(
                                "id",
                                sessions.callerOf(browser.cookie("pf_session"))
                                        .orElseThrow()
                                        .sessionId())
                        .update())
                .isEqualTo(1);
    }

    private double secondsLeft(Browser browser) {
        return jdbc.sql("select extract(epoch from expires_at - now()) from session where id = :id")
                .param(
                        "id",
                        sessions.callerOf(browser.cookie("pf_session"))
                                .orElseThrow()
                                .sessionId())
                .query(Double.class)
                .single();
    }

    private String storedPassword(UUID userId) {
        return jdbc.sql("select password from account where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .single();
    }
}
