package io.processflow.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class NodeDefinitionTest {

    private static final String STANDARD = "Standard Activity Node";

    @LocalServerPort
    private int port;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcClient jdbc;

    private Browser owner;
    private long teamId;
    private final String name = "Printer " + UUID.randomUUID();

    @BeforeEach
    void openATeam() {
        owner = Browser.signedUp(port, "maker");
        teamId = team(owner);
    }

    @Test
    void isOfferedToItsOwnTeamAtOnceAfterTheBuiltInOnes() {
        JsonNode made = create("Team").expect(201).json();
        assertThat(made.path("version").asInt()).isEqualTo(1);
        assertThat(made.path("builtIn").asBoolean()).isFalse();
        assertThat(made.path("teamId").asLong()).isEqualTo(teamId);
        JsonNode offered = owner.get(editor()).expect(200).json().path("items");
        assertThat(names(offered)).containsExactly(STANDARD, name);
        assertThat(offered.path(0).path("builtIn").asBoolean()).isTrue();
        assertThat(offered.path(1)
                        .path("definition")
                        .path("optionsDefinition")
                        .path("structure")
                        .path(0)
                        .path("keyString")
                        .asString())
                .isEqualTo("outputs.label");
    }

    @Test
    void changesByANewVersion() {
        long id = create("Team").expect(201).json().path("id").asLong();
        JsonNode changed = owner.put("/api/node-definitions/" + id, body("Team").replace("https", "HTTPS"))
                .expect(200)
                .json();
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(scope.inTeam(
                        teamId,
                        () -> jdbc.sql("""
                        select version from node_definition_version where node_definition_id = :id order by version""").param("id", id).query(Integer.class).list()))
                .containsExactly(1, 2);
    }

    @Test
    void isSeenByOthersOnlyWhenPublic() {
        Browser other = Browser.signedUp(port, "other");
        long hidden = create("Team").expect(201).json().path("id").asLong();
        other.get("/api/node-definitions/" + hidden).expect(404);
        assertThat(found(other)).isEmpty();

        owner.put("/api/node-definitions/" + hidden, body("Public")).expect(200);
        assertThat(other.get("/api/node-definitions/" + hidden)
                        .expect(200)
                        .json()
                        .path("definition")
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(found(other)).containsExactly(name);
        assertThat(owner.put("/api/node-definitions/" + hidden, body("Team"))
                        .expect(409)
                        .code())
                .isEqualTo("already-public");
        other.put("/api/node-definitions/" + hidden, body("Public")).expect(404);
        other.delete("/api/node-definitions/" + hidden).expect(404);
    }

    @Test
    void staysForItsUsersWhenItLeavesTheShop() {
        long id = create("Public").expect(201).json().path("id").asLong();
        Browser other = Browser.signedUp(port, "other");
        long otherTeam = team(other);
        String offered = "/api/teams/" + otherTeam + "/editor/node-definitions";
        other.put(offered + "/" + id, null).expect(204);
        other.put(offered + "/" + id, null).expect(204);
        owner.delete("/api/node-definitions/" + id).expect(204);

        assertThat(found(owner)).isEmpty();
        Browser third = Browser.signedUp(port, "third");
        third.get("/api/node-definitions/" + id).expect(404);
        assertThat(names(other.get(offered).expect(200).json().path("items"))).containsExactly(STANDARD, name);
        other.delete(offered + "/" + id).expect(204);
        assertThat(names(other.get(offered).expect(200).json().path("items"))).containsExactly(STANDARD);
    }

    @Test
    void goesWhenNobodyUsesIt() {
        long id = create("Team").expect(201).json().path("id").asLong();
        owner.delete("/api/node-definitions/" + id).expect(204);
        owner.get("/api/node-definitions/" + id).expect(404);
        assertThat(names(owner.get(editor()).expect(200).json().path("items"))).containsExactly(STANDARD);
    }

    @Test
    void isBuiltInForGood() {
        assertThat(owner.delete(editor() + "/1").expect(409).code()).isEqualTo("built-in");
        owner.put("/api/node-definitions/1", body("Public")).expect(404);
        owner.delete("/api/node-definitions/1").expect(404);
        assertThat(owner.get("/api/node-definitions/1")
                        .expect(200)
                        .json()
                        .path("builtIn")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void isFoundByNameAndMode() {
        create("Team").expect(201);
        assertThat(found(owner)).containsExactly(name);
        String search = "/api/shop/node-definitions?search=" + name.replace(" ", "%20");
        assertThat(owner.get(search + "&mode=Manual").expect(200).json().path("items"))
                .isEmpty();
        assertThat(owner.get(search + "&mode=Automatic").expect(200).json().path("items"))
                .hasSize(1);
        owner.get(search + "&mode=Other").expect(422);
    }

    @Test
    void isListedPageByPage() {
        create("Team").expect(201);
        JsonNode first =
                owner.get("/api/shop/node-definitions?limit=1").expect(200).json();
        JsonNode second = owner.get("/api/shop/node-definitions?limit=1&cursor="
                        + first.path("nextCursor").asString())
                .expect(200)
                .json();
        assertThat(names(first.path("items"))).hasSize(1).doesNotContainAnyElementsOf(names(second.path("items")));
    }

    @Test
    void isRefusedWithThePlaceOfEveryError() {
        Answer refused =
                owner.post("/api/teams/" + teamId + "/node-definitions", """
                        {"visibility": "Team", "definition": {"name": "", "icon": "x", "executionMode": "Automatic",
                         "executionUrl": "https://2130706433/"}}""").expect(422);
        assertThat(StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/definition/name", "/definition/icon", "/definition/executionUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"visibility\": \"Team\"}",
                "{\"visibility\": null, \"definition\": null}",
                "{\"visibility\": \"Team\", \"definition\": {\"name\": \"a\\u0000\"}}",
            })
    void refusesWrongFields(String body) {
        owner.post("/api/teams/" + teamId + "/node-definitions", body).expect(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"visibility\": \"Everybody\"}",
                "{\"definition\": []}",
                "{\"definition\": {\"unknown\": 1}}",
                "{\"definition\": {\"optionsDefinition\": {\"structure\": 1}}}",
                "{\"definition\": {\"tries\": 1e400}}",
            })
    void refusesBodiesOfAnotherForm(String body) {
        owner.post("/api/teams/" + teamId + "/node-definitions", body).expect(400);
    }

    @Test
    void ofAnotherTeamIsOutOfSightOfAQueryThatForgetsItsTeam() {
        long id = create("Team").expect(201).json().path("id").asLong();
        long other = team(Browser.signedUp(port, "other"));
        for (String table : List.of("node_definition", "node_definition_version", "teams_node_definitions")) {
            String column = table.equals("node_definition") ? "id" : "node_definition_id";
            String sql = "select count(*) from " + table + " where " + column + " = " + id;
            assertThat(scope.inTeam(other, () -> jdbc.sql(sql).query(Long.class).single()))
                    .as(table)
                    .isZero();
            assertThat(scope.inTeam(
                            teamId, () -> jdbc.sql(sql).query(Long.class).single()))
                    .as(table)
                    .isOne();
        }
    }

    private Answer create(String visibility) {
        return owner.post("/api/teams/" + teamId + "/node-definitions", body(visibility));
    }

    private String body(String visibility) {
        return """
                {"visibility": "%s", "definition": {"name": "%s", "icon": "Printer", "executionMode": "Automatic",
                 "executionUrl": "https://print.example.com/label", "optionsDefinition": {"title": "Label", "structure": [
                 {"type": "VariableNameInput", "keyString": "outputs.label", "label": "Variable"}]}}}""".formatted(visibility, name);
    }

    private List<String> found(Browser browser) {
        return names(browser.get("/api/shop/node-definitions?search=" + name.replace(" ", "%20"))
                .expect(200)
                .json()
                .path("items"));
    }

    private static List<String> names(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("definition").path("name").asString())
                .toList();
    }

    private static long team(Browser browser) {
        return browser.post("/api/teams", "{\"name\": \"Makers\"}")
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    private String editor() {
        return "/api/teams/" + teamId + "/editor/node-definitions";
    }
}
