package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class VersionNameTest {

    @LocalServerPort
    private int port;

    private Workshop workshop;
    private long modelId;

    @BeforeEach
    void publishTwoVersions() {
        workshop = Workshop.openWithRoles(port);
        modelId = workshop.imported(Workshop.shipOrderRepaired());
        workshop.publish(modelId, "{\"note\": \"First\"}").expect(201);
        workshop.publish(modelId, "{\"note\": \"Second\"}").expect(201);
    }

    @Test
    void isNoneAtFirst() {
        assertThat(listed(1).path("name").isNull()).isTrue();
    }

    @Test
    void isKeptWithoutTheSpaceAroundIt() {
        Answer named = name(1, "{\"name\": \"  Before Christmas \"}").expect(200);
        assertThat(named.json().path("name").asString()).isEqualTo("Before Christmas");
        assertThat(named.json().path("note").asString()).isEqualTo("First");
        assertThat(listed(1)).isEqualTo(named.json());
        assertThat(listed(2).path("name").isNull()).isTrue();
    }

    @Test
    void canBeChangedAndTakenAway() {
        name(2, "{\"name\": \"Go-live\"}").expect(200);
        name(2, "{\"name\": \"Went live\"}").expect(200);
        assertThat(name(2, "{}").expect(200).json().path("name").asString())
                .as("what is left out stays")
                .isEqualTo("Went live");
        name(2, "{\"name\": null}").expect(200);
        assertThat(listed(2).path("name").isNull()).isTrue();
    }

    @Test
    void hasOneToEightyCharacters() {
        name(1, "{\"name\": \"%s\"}".formatted("𝄞".repeat(80))).expect(200);
        for (String wrong : new String[] {"\"" + "a".repeat(81) + "\"", "\"\"", "\"  \"", "\"a\\nb\"", "7"}) {
            Answer refused = name(1, "{\"name\": " + wrong + "}").expect(422);
            assertThat(refused.body()).contains("/name");
        }
        assertThat(listed(1).path("name").asString()).isEqualTo("𝄞".repeat(80));
    }

    @Test
    void belongsToAVersionThatIsThere() {
        name(3, "{\"name\": \"Nothing\"}").expect(404);
        name(0, "{\"name\": null}").expect(404);
    }

    private Answer name(int version, String body) {
        return workshop.owner().patch("/api/process-models/" + modelId + "/versions/" + version, body);
    }

    private JsonNode listed(int version) {
        return workshop.owner()
                .get("/api/process-models/" + modelId + "/versions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("version").asInt() == version)
                .findFirst()
                .orElseThrow();
    }
}
