package io.processflow.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PlatformTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private DataSource pool;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void requestsWorkWithoutTheRightsOfTheLoginAndWithinLimitsOfTime() {
        JdbcClient jdbc = JdbcClient.create(pool);
        assertThat(one(jdbc, "select current_user::text")).isEqualTo("processflow_runtime");
        assertThat(one(jdbc, "show statement_timeout")).isEqualTo("30s");
        assertThat(one(jdbc, "show lock_timeout")).isEqualTo("10s");
        assertThat(one(jdbc, "show idle_in_transaction_session_timeout")).isEqualTo("1min");
        assertThat(one(jdbc, "show transaction_timeout")).isEqualTo("1min");
    }

    @Test
    void saysOnItsOwnPortThatItLivesAndIsReady() throws Exception {
        assertThat(get(port, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheRestOfTheActuatorOnTheManagementPortOnly() throws Exception {
        assertThat(managementPort).isNotEqualTo(port);
        assertThat(get(managementPort, "/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(get(port, "/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(get(port, "/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsTheSecurityHeaders() throws Exception {
        var headers = get(port, "/actuator/health/liveness").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
