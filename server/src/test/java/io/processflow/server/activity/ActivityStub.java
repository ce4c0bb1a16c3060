package io.processflow.server.activity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An activity's server in a test: takes calls, answers them with the statuses it was told, and calls back when asked. */
public final class ActivityStub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A call as it came in. */
    public record Call(Map<String, List<String>> headers, JsonNode body, String text) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("expected a header " + name + " among " + headers.keySet()));
        }
    }

    /** What a callback was answered with. */
    public record Reply(int status, JsonNode json) {}

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final int port;

    public ActivityStub(int port) {
        this.port = port;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** The statuses of the next answers; 202 when there are none. */
    public ActivityStub answering(Integer... next) {
        statuses.addAll(List.of(next));
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/work";
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestHeaders(), JSON.readTree(text), text));
        int status = statuses.isEmpty() ? 202 : statuses.removeFirst();
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** The next call; waits for it. */
    public Call next() {
        try {
            Call call = calls.poll(60, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("expected a call within a minute");
            }
            return call;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public int waiting() {
        return calls.size();
    }

    /** Answers a call at its responsePath. */
    public Reply answer(Call call, String dataJson) {
        return post(call.body().path("responsePath").asString(), """
                {"flowElementInstanceId": "%s", "data": %s}""".formatted(
                        call.body().path("flowElementInstanceId").asString(), dataJson));
    }

    /** Reports an error at its errorResponsePath. */
    public Reply report(Call call, String message) {
        return post(call.body().path("errorResponsePath").asString(), """
                {"flowElementInstanceId": "%s", "errorMessage": "%s"}""".formatted(
                        call.body().path("flowElementInstanceId").asString(), message));
    }

    /** The server under test listens on a port of its own, whatever its base URL says. */
    public Reply post(String url, String body) {
        URI given = URI.create(url);
        URI here = URI.create("http://localhost:" + port + given.getRawPath() + "?" + given.getRawQuery());
        HttpRequest request = HttpRequest.newBuilder(here)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
