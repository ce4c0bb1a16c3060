package io.processflow.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class WebClientFilesTest {

    private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/sign-in", "/teams/7/processes/8", "/invitations/9?token=a.b", "/apis"})
    void givesTheClientAtEveryAddressInsideIt(String address) throws Exception {
        HttpResponse<String> answer = get(address, PAGES);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("The client of the tests");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void letsFilesWithAHashInTheirNameBeKept() throws Exception {
        HttpResponse<String> answer = get("/assets/app-1a2b3c.js", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable", "public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.js", "/assets/none", "/favicon.none", "/actuator/none", "/a/b.none"})
    void saysThatAFileIsNotThere(String address) throws Exception {
        HttpResponse<String> answer = get(address, PAGES);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void givesNoPageToWhoAsksForSomethingElse() throws Exception {
        assertThat(get("/teams/7", "application/json").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../application.yml", "/..%2fapplication.yml", "/%2e%2e/application.yml", "//etc/passwd"})
    void givesNothingFromOutsideTheClient(String address) throws Exception {
        assertThat(get(address, "*/*").body()).doesNotContain("processflow:", "root:");
    }

    private HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", accept)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
