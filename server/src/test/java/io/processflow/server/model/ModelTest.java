package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ModelTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcClient jdbc;

    private Workshop workshop;

    @BeforeEach
    void openAWorkshop() {
        workshop = Workshop.openWithRoles(port);
    }

    @Test
    void listsTheLastEditedFirstPageByPage() {
        long first = created("Alpha order");
        long second = created("Beta order");
        long third = created("Gamma");
        workshop.owner()
                .patch("/api/process-models/" + first, "{\"description\": \"edited\"}")
                .expect(200);
        assertThat(ids("")).containsExactly(first, third, second);
        assertThat(ids("?search=ORDER")).containsExactly(first, second);
        assertThat(ids("?search=%25")).isEmpty();
        var page = workshop.owner().get(models() + "?limit=2").expect(200).json();
        assertThat(page.path("items")).hasSize(2);
        assertThat(ids("?limit=2&cursor=" + page.path("nextCursor").asString())).containsExactly(second);
    }

    @Test
    void isDescribedByItsFields() {
        long id = created("Alpha");
        long role = workshop.role("Secretary");
        var changed = workshop.owner()
                .patch("/api/process-models/" + id, """
                        {"name": "  Omega ", "description": "New", "startableBy": [%d, %d]}""".formatted(role, role))
                .expect(200)
                .json();
        assertThat(changed.path("name").asString()).isEqualTo("Omega");
        assertThat(changed.path("startableBy")).hasSize(1);
        assertThat(changed.path("runningInstances").asInt(-1)).isZero();
        assertThat(changed.path("archivedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"a\\ud800b\"}",
                "{\"description\": \"\\u0007\"}",
                "{\"startableBy\": [1]}",
                "{\"startableBy\": [null]}",
                "{\"publishedVersion\": -1}",
                "{\"publishedVersion\": 1.5}",
            })
    void refusesWrongFields(String body) {
        workshop.owner().patch("/api/process-models/" + created("Alpha"), body).expect(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"text\"", "{\"unknown\": 1}", "{\"name\": {}}", "{\"name\": \"a\", \"name\": \"b\"}"
            })
    void refusesBodiesOfAnotherForm(String body) {
        workshop.owner().patch("/api/process-models/" + created("Alpha"), body).expect(400);
        workshop.owner().post(models(), body).expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /api/process-models/abc 400",
                "GET /api/process-models/99999999999999999999 400",
                "GET /api/process-models/9223372036854775807 404",
                "GET /api/process-models/0/versions/-1/diagram 404",
                "GET /api/process-models/0/versions/x/diagram 400",
                "POST /api/process-models/0/verify 404",
                "DELETE /api/process-models/0?history=some 422",
                "GET /api/teams/0/process-models 404",
            })
    void answersOddAddresses(String method, String path, int status) {
        workshop.owner().send(method, path, null, Map.of()).expect(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=%00", "?cursor=bm90LWEtdGltZQ", "?cursor=Kx8x"})
    void refusesWrongPages(String query) {
        workshop.owner().get(models() + query).expect(400);
        workshop.owner()
                .get("/api/process-models/" + created("Alpha") + "/versions"
                        + (query.contains("cursor") ? "?cursor=eA" : query))
                .expect(400);
    }

    @Test
    void refusesASearchThatTheDatabaseCanNotHold() {
        workshop.owner().get(models() + "?search=%00").expect(422);
    }

    @Test
    void goesWhenNothingRanAndIsArchivedWhenSomethingDid() {
        long unused = created("Unused");
        workshop.owner().delete("/api/process-models/" + unused).expect(204);
        workshop.owner().get("/api/process-models/" + unused).expect(404);

        long used = workshop.imported(Workshop.shipOrderRepaired());
        workshop.publish(used, null).expect(201);
        runOne(used);
        workshop.owner().delete("/api/process-models/" + used).expect(204);
        var archived =
                workshop.owner().get("/api/process-models/" + used).expect(200).json();
        assertThat(archived.path("archivedAt").isNull()).isFalse();
        assertThat(archived.path("publishedVersion").isNull()).isTrue();
        assertThat(ids("")).doesNotContain(used);
        workshop.publish(used, null).expect(409);
        workshop.owner()
                .patch("/api/process-models/" + used, "{\"publishedVersion\": 1}")
                .expect(409);

        workshop.owner()
                .delete("/api/process-models/" + used + "?history=delete")
                .expect(204);
        workshop.owner().get("/api/process-models/" + used).expect(404);
    }

    @Test
    void keepsARoleThatADraftOrAVersionNames() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        String role = "/api/teams/" + workshop.teamId() + "/roles/" + workshop.role("Warehouse");
        var draft = workshop.owner().delete(role).expect(409);
        assertThat(draft.json().path("usedIn").path(0).path("kind").asString()).isEqualTo("draft");
        assertThat(draft.json().path("usedIn").path(0).path("count").asInt()).isEqualTo(2);
        workshop.publish(id, null).expect(201);
        assertThat(workshop.owner().delete(role).expect(409).json().path("usedIn"))
                .hasSize(2);

        long other = workshop.role("Logistics");
        workshop.owner()
                .patch("/api/process-models/" + id, "{\"startableBy\": [" + workshop.role("Warehouse") + "]}")
                .expect(200);
        workshop.owner().delete(role + "?replaceBy=" + other).expect(204);
        var model =
                workshop.owner().get("/api/process-models/" + id).expect(200).json();
        assertThat(model.path("startableBy").path(0).asLong()).isEqualTo(other);
    }

    @Test
    void isToAStrangerAsIfItWereNot() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        Browser stranger = Workshop.open(port).owner();
        for (String path : List.of("", "/diagram", "/versions", "/inputs")) {
            String known =
                    stranger.get("/api/process-models/" + id + path).expect(404).body();
            String unknown =
                    stranger.get("/api/process-models/0" + path).expect(404).body();
            assertThat(known.replace("/" + id, "/0")).isEqualTo(unknown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process_model.belongs_to",
                "process_model_version.team_id",
                "process_model_editor.team_id",
                "flow_element.team_id",
                "start_element.team_id",
                "activity_element.team_id",
                "end_element.team_id",
                "gateway_element.team_id",
                "and_split_element.team_id",
                "and_join_element.team_id",
            })
    void isOutOfSightOfAQueryThatForgetsItsTeam(String column) {
        workshop.publish(workshop.imported(Workshop.shipOrderRepaired()), null).expect(201);
        Workshop other = Workshop.openWithRoles(port);
        other.publish(other.imported(Workshop.shipOrderRepaired()), null).expect(201);
        for (Workshop each : List.of(workshop, other)) {
            each.owner()
                    .put("/api/process-models/" + each.imported(Workshop.shipOrder()) + "/presence", null)
                    .expect(200);
        }
        String[] names = column.split("\\.");
        String sql = "select distinct " + names[1] + " from " + names[0];
        assertThat(scope.inTeam(
                        other.teamId(), () -> jdbc.sql(sql).query(Long.class).list()))
                .containsExactly(other.teamId());
        assertThat(scope.outsideTeams(() -> jdbc.sql(sql).query(Long.class).list()))
                .isEmpty();
    }

    private void runOne(long modelId) {
        scope.inTeam(
                workshop.teamId(),
                () -> jdbc.sql("""
                        insert into process_instance (process_model_id, status, version, team_id, started_by)
                        values (:model, 'Running', 1, :team, :user)""")
                        .param("model", modelId)
                        .param("team", workshop.teamId())
                        .param(
                                "user",
                                UUID.fromString(workshop.owner().me().path("id").asString()))
                        .update());
    }

    private long created(String name) {
        return workshop.owner()
                .post(models(), "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    private List<Long> ids(String query) {
        var items = workshop.owner().get(models() + query).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asLong())
                .toList();
    }

    private String models() {
        return "/api/teams/" + workshop.teamId() + "/process-models";
    }
}
