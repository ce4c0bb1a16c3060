package io.processflow.server.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ApiSecurityTest {

    private static final String PROFILE = "{\"isDarkModeEnabled\": true}";

    @LocalServerPort
    private int port;

    @Test
    void handsOutTheCsrfCookieToEverybodyAndScriptsMayReadIt() {
        Browser nobody = new Browser(port);
        Answer answer = nobody.get("/api/auth/session").expect(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.cookies())
                .singleElement()
                .asString()
                .startsWith("XSRF-TOKEN=")
                .contains("; Path=/", "; SameSite=Lax")
                .doesNotContain("HttpOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-XSRF-TOKEN", "Cookie"})
    void refusesAChangeWithoutTheCsrfTokenEvenFromWhoIsSignedIn(String leftOut) {
        Browser browser = Browser.signedUp(port, "csrf");
        Map<String, String> headers = leftOut.equals("Cookie")
                ? Map.of("Cookie", "pf_session=" + browser.cookie("pf_session"))
                : Map.of("X-XSRF-TOKEN", "");
        Answer answer = browser.send("PATCH", "/api/me", PROFILE, headers).expect(403);
        assertThat(answer.code()).isEqualTo("csrf");
        assertThat(browser.me().path("isDarkModeEnabled").isNull()).isTrue();
        assertThat(browser.send("PATCH", "/api/me", PROFILE, Map.of("X-XSRF-TOKEN", "a-guess"))
                        .expect(403)
                        .code())
                .isEqualTo("csrf");
        browser.patch("/api/me", PROFILE).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost:8080, 200",
        "Origin, http://localhost.evil.example:8080, 403"
    })
    void takesChangesOnlyFromItsOwnPages(String header, String value, int status) {
        Browser browser = Browser.signedUp(port, "site");
        Answer answer = browser.send("PATCH", "/api/me", PROFILE, Map.of(header, value));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(status == 403 ? "cross-site" : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json-patch+json",
                "text/json",
                "nonsense",
                "application/xml",
                ""
            })
    void readsOnlyTheContentTypesThatItNames(String contentType) {
        Browser browser = Browser.signedUp(port, "type");
        Answer answer = browser.send("PATCH", "/api/me", PROFILE, Map.of("Content-Type", contentType));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
        browser.send("PATCH", "/api/me", PROFILE, Map.of("Content-Type", "application/json;charset=UTF-8"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"email\": 1e999999999}",
                "{\"email\": {\"a\": []}}",
                "{\"email\": \"a@b.example\", \"email\": \"c@d.example\"}",
                "{\"email\": \"a@b.example\", \"password\": \"plum-otter-lantern\", \"username\": \"abc\", \"x\": 1}",
                "\u0000"
            })
    void badJsonIsTheCallersFault(String body) {
        Answer answer = new Browser(port).post("/api/auth/sign-up", body);
        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "springframework");
    }

    @Test
    void deepJsonIsRefusedBeforeItHurts() {
        String deep = "{\"email\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        new Browser(port).post("/api/auth/sign-up", deep).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "email", "emailVerified", "role", "teamId", "deletedAt", "password"})
    void nobodyAssignsWhatIsNotOffered(String field) {
        Browser browser = Browser.signedUp(port, "mass");
        String before = browser.me().toString();
        Answer answer = browser.patch("/api/me", "{\"" + field + "\": \"1\"}").expect(400);
        assertThat(answer.json().path("detail").asString()).contains(field);
        assertThat(browser.me().toString()).isEqualTo(before);
    }

    @Test
    void pointsToEveryWrongField() {
        Answer answer = new Browser(port)
                .post("/api/auth/sign-up", "{\"email\": \"not an address\", \"username\": \"a b\"}")
                .expect(422);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/email", "/username", "/password");
    }

    @Test
    void refusesWhatNoRuleOpens() {
        Browser nobody = new Browser(port);
        assertThat(nobody.get("/api/unheard-of").expect(401).code()).isEqualTo("not-signed-in");
        assertThat(nobody.get("/api/openapi.json").status()).isEqualTo(401);
        assertThat(nobody.get("/error").status()).isEqualTo(401);
        assertThat(nobody.post("/", "{}").status()).isEqualTo(401);
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(404);
        Browser somebody = Browser.signedUp(port, "rules");
        assertThat(somebody.get("/api/unheard-of").expect(404).code()).isEqualTo("not-found");
        assertThat(somebody.put("/api/me", "{}").expect(405).code()).isEqualTo("method-not-allowed");
        assertThat(somebody.get("/api/%2e%2e/actuator/env").expect(400).code()).isEqualTo("malformed");
        assertThat(somebody.get("/api//me").expect(400).code()).isEqualTo("malformed");
    }

    @Test
    void servesThePagesOfTheClientToEverybody() {
        Browser nobody = new Browser(port);
        for (String place : new String[] {"/", "/sign-in", "/teams/7/process-models/12/editor"}) {
            Answer page = nobody.send("GET", place, null, Map.of("Accept", "text/html"))
                    .expect(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/auth/session", "/api/unheard-of", "/actuator/health/liveness"})
    void everyAnswerCarriesTheHeadersThatBindBrowsers(String path) {
        Answer answer = new Browser(port).get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Referrer-Policy")).isIn("no-referrer", "same-origin");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("Strict-Transport-Security"))
                .as("reached by http")
                .isNull();
        if (path.startsWith("/api")) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND"})
    void refusesMethodsThatItDoesNotUse(String method) throws IOException {
        assertThat(statusLine(method)).matches("HTTP/1.1 (400|405|501).*");
    }

    @Test
    void aSessionIdInTheAddressIsNoSession() {
        Browser browser = Browser.signedUp(port, "url");
        new Browser(port)
                .get("/api/me?pf_session=" + browser.cookie("pf_session"))
                .expect(401);
        new Browser(port)
                .get("/api/me;pf_session=" + browser.cookie("pf_session"))
                .expect(400);
    }

    @Test
    void aForgedHostChangesNoLink() {
        Browser browser = Browser.signedUp(port, "host");
        Answer answer = browser.send(
                "PATCH", "/api/me", PROFILE, Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"));
        assertThat(answer.expect(200).body()).doesNotContain("evil.example");
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("evil.example"));
    }

    @Test
    void callbacksTakeNoCookieAndAnyOriginWithoutCredentials() {
        Browser browser = Browser.signedUp(port, "callback");
        for (String path : new String[] {"/api/instance/complete", "/api/instance/error"}) {
            Answer answer = browser.send(
                    "OPTIONS",
                    path,
                    null,
                    Map.of(
                            "Origin",
                            "https://forms.example",
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "content-type",
                            "X-XSRF-TOKEN",
                            ""));
            answer.expect(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            Answer post = new Browser(port)
                    .send(
                            "POST",
                            path + "?token=" + UUID.randomUUID(),
                            "{\"flowElementInstanceId\": 1}",
                            Map.of("Origin", "https://forms.example", "X-XSRF-TOKEN", ""));
            assertThat(post.status())
                    .as("no CSRF token and no session is asked for")
                    .isNotIn(401, 403);
            assertThat(post.cookies()).isEmpty();
        }
        assertThat(browser.send("OPTIONS", "/api/me", null, Map.of("Origin", "https://forms.example"))
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    /** The JDK's client does not send these methods. */
    private String statusLine(String method) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((method + " /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
