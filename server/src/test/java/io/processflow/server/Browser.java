package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's browser as far as the API can see one: keeps cookies, and repeats the CSRF cookie in the header of everything
 * that changes something. Talks to the running server over its port.
 */
public final class Browser {

    public static final String PASSWORD = "plum-otter-lantern-47";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the server answered; {@code json} is a missing node when the body is no JSON. */
    public record Answer(int status, JsonNode json, String body, HttpResponse<String> raw) {

        public String code() {
            return json.path("code").asString("");
        }

        public Answer expect(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public List<String> cookies() {
            return raw.headers().allValues("Set-Cookie");
        }
    }

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(int port) {
        this.port = port;
    }

    /** Somebody new, signed in; the username begins with the given word. */
    public static Browser signedUp(int port, String word) {
        Browser browser = new Browser(port);
        browser.signUp(word + "-" + UUID.randomUUID().toString().substring(0, 8));
        return browser;
    }

    public Answer signUp(String username) {
        return post("/api/auth/sign-up", """
                        {"email": "%s@example.org", "username": "%s", "password": "%s"}""".formatted(username, username, PASSWORD))
                .expect(201);
    }

    /** The same cookies, from now on kept apart. */
    public Browser copy() {
        Browser copy = new Browser(port);
        copy.cookies.putAll(cookies);
        return copy;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** The profile of who is signed in. */
    public JsonNode me() {
        return get("/api/me").expect(200).json();
    }

    public UUID userId() {
        return UUID.fromString(me().path("id").asString());
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable String json) {
        return send("POST", path, json, Map.of());
    }

    public Answer put(String path, @Nullable String json) {
        return send("PUT", path, json, Map.of());
    }

    public Answer patch(String path, @Nullable String json) {
        return send("PATCH", path, json, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /**
     * @param headers added to, or put in place of, those a browser sends; an empty value leaves the header out
     */
    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (!reading && !cookies.containsKey("XSRF-TOKEN")) {
            send("GET", "/api/auth/session", null, Map.of());
        }
        Map<String, String> sent = new LinkedHashMap<>();
        if (body != null) {
            sent.put("Content-Type", body.startsWith("<") ? "application/xml" : "application/json");
        }
        if (!reading) {
            sent.put("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        if (!cookies.isEmpty()) {
            sent.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        sent.putAll(headers);
        return exchange(method, path, body, sent);
    }

    private Answer exchange(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), json(response), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(name.length() + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson ? JSON.readTree(response.body()) : JSON.missingNode();
    }
}
