package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The description of the API tells of every operation what it does and how it refuses, and nothing of our inside. */
@ServerTest
class OpenApiTest {

    @LocalServerPort
    private int port;

    @Test
    void everyOperationHasASummaryAndItsRefusals() {
        JsonNode api = Browser.signedUp(port, "reader")
                .get("/api/openapi.json")
                .expect(200)
                .json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/schemas/Problem/properties/code").isObject())
                .isTrue();
        List<String> wrong = new ArrayList<>();
        api.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    String name = method + " " + path;
                    if (operation.path("summary").asString("").isEmpty()) {
                        wrong.add(name + " has no summary");
                    }
                    boolean refuses = operation
                            .at("/responses/401/content/application~1problem+json/schema/$ref")
                            .asString("")
                            .endsWith("/Problem");
                    if (!refuses) {
                        wrong.add(name + " does not tell how it refuses");
                    }
                    operation.path("parameters").forEach(parameter -> {
                        String parameterName = parameter.path("name").asString();
                        if (List.of("caller", "device", "request").contains(parameterName)) {
                            wrong.add(name + " shows " + parameterName);
                        }
                    });
                }));
        assertThat(wrong).isEmpty();
        assertThat(api.path("paths").propertyNames()).contains("/api/auth/sign-up", "/api/me");
        assertThat(api.at("/paths/~1api~1auth~1sign-up/post/responses").propertyNames())
                .contains("201", "400", "409", "415", "422", "429");
        assertThat(api.at("/components/schemas").propertyNames()).doesNotContain("Caller", "Device");
    }
}
