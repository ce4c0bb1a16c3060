package io.processflow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server as a process of its own: killed, started again, started twice. */
class RestartIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        for (Process process : started) {
            process.destroy();
        }
        for (Process process : started) {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void losesNothingWhenKilledAndIsAloneInItsFolder() throws Exception {
        Path jar = unpack();
        int port = freePort();
        Process first = start(jar, port, "first.log");
        awaitReady(first, port);
        assertThat(post(port, "/api/auth/sign-up", account("kept"))).isEqualTo(201);

        Process second = start(jar, freePort(), "second.log");
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("second.log"), UTF_8))
                .contains("Another server already uses the data folder " + data().toRealPath() + ".")
                .doesNotContain("\tat ");

        assertThat(first.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
        Process third = start(jar, port, "third.log");
        awaitReady(third, port);
        assertThat(post(port, "/api/auth/sign-in", signIn("kept"))).isEqualTo(200);
        assertThat(post(port, "/api/auth/sign-in", signIn("nobody"))).isEqualTo(401);

        third.destroy();
        assertThat(third.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(data().resolve("postgresql-17/postmaster.pid")).doesNotExist();
    }

    private static String account(String name) {
        return """
                {"email":"%1$s@example.org","password":"a long pass phrase %1$s","username":"%1$s"}""".formatted(name);
    }

    private static String signIn(String name) {
        return """
                {"email":"%1$s@example.org","password":"a long pass phrase kept"}""".formatted(name);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Unpacked the server starts twice as fast; it is how the launcher starts it. */
    private Path unpack() throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("processflow.jar"));
        Process tool = new ProcessBuilder(
                        JAVA.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.resolve("app").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("unpack.log").toFile())
                .start();
        assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tool.exitValue()).isZero();
        return folder.resolve("app").resolve(jar.getFileName());
    }

    private Process start(Path jar, int port, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JAVA.toString(), "-Xmx512m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
        builder.environment().put("PROCESSFLOW_DATA", data().toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void awaitReady(Process server, int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(port)) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("The server did not get ready:\n" + logs());
            }
            server.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady(int port) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri(port, "/actuator/health/readiness"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** As a browser does it: first the cookie with the token against forged requests, then the request. */
    private int post(int port, String path, String body) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            http.send(
                    HttpRequest.newBuilder(uri(port, "/api/auth/session")).build(),
                    HttpResponse.BodyHandlers.discarding());
            String token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            HttpRequest request = HttpRequest.newBuilder(uri(port, path))
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", token)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String log : List.of("first.log", "second.log", "third.log")) {
            Path file = folder.resolve(log);
            all.append(Files.exists(file) ? Files.readString(file, UTF_8) : "");
        }
        return all.toString();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
