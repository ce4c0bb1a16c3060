package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class PresenceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TeamScope scope;

    @Autowired
    private PresenceSweep sweep;

    private Workshop workshop;
    private Browser ana;
    private Browser ben;
    private long modelId;

    @BeforeEach
    void twoPeopleOfOneTeam() {
        workshop = Workshop.openWithRoles(port);
        ana = workshop.owner();
        modelId = workshop.imported(Workshop.shipOrder());
        ben = colleague("ben");
    }

    @Test
    void showsEverybodyElseWhoIsHere() {
        assertThat(here(ana).path("people")).isEmpty();
        JsonNode seen = here(ben).path("people");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("userId").asString())
                .isEqualTo(ana.userId().toString());
        assertThat(seen.path(0).path("username").asString())
                .isEqualTo(ana.me().path("username").asString());
        assertThat(people(here(ana))).containsExactly(ben.userId());
        assertThat(people(here(ana))).as("and says so again").containsExactly(ben.userId());
    }

    @Test
    void isOfOneProcess() {
        long other = workshop.imported(Workshop.shipOrderRepaired());
        here(ana);
        assertThat(ben.put("/api/process-models/" + other + "/presence", null)
                        .expect(200)
                        .json()
                        .path("people"))
                .isEmpty();
    }

    @Test
    void endsWhenSomebodyLeaves() {
        here(ana);
        ana.delete(path()).expect(204);
        assertThat(people(here(ben))).isEmpty();
        ana.delete(path()).expect(204);
    }

    @Test
    void endsAMinuteAfterTheLastSign() {
        here(ana);
        lastSeen(ana, "59 seconds");
        assertThat(people(here(ben))).containsExactly(ana.userId());
        lastSeen(ana, "61 seconds");
        assertThat(people(here(ben))).isEmpty();
        here(ana);
        assertThat(people(here(ben))).containsExactly(ana.userId());
    }

    @Test
    void endsWithTheMembership() {
        here(ben);
        assertThat(people(here(ana))).containsExactly(ben.userId());
        ana.delete("/api/teams/" + workshop.teamId() + "/members/" + ben.userId())
                .expect(204);
        assertThat(people(here(ana))).isEmpty();
        ben.put(path(), null).expect(404);
    }

    @Test
    void tellsWhichRevisionTheDraftIsAtAndWhoSavedIt() {
        assertThat(here(ana).path("draftRevision").asLong()).isEqualTo(1);
        assertThat(here(ana).path("draftSavedBy").isNull()).isTrue();
        ben.send(
                        "PUT",
                        "/api/process-models/" + modelId + "/diagram",
                        Workshop.shipOrderRepaired(),
                        Map.of("If-Match", "\"1\""))
                .expect(200);
        JsonNode seen = here(ana);
        assertThat(seen.path("draftRevision").asLong()).isEqualTo(2);
        assertThat(seen.path("draftSavedBy").path("userId").asString())
                .isEqualTo(ben.userId().toString());
        assertThat(seen.path("draftSavedBy").path("username").asString())
                .isEqualTo(ben.me().path("username").asString());
        ana.patch("/api/process-models/" + modelId, "{\"name\": \"Renamed\"}").expect(200);
        assertThat(here(ana).path("draftSavedBy").path("userId").asString())
                .as("renaming is no drawing")
                .isEqualTo(ben.userId().toString());
    }

    @Test
    void leavesTheModelAsItIs() {
        String row = "select xmin::text || updated_at from process_model where id = :model";
        here(ana);
        String before = inTeam(row);
        here(ana);
        here(ben);
        ana.delete(path()).expect(204);
        assertThat(inTeam(row)).isEqualTo(before);
    }

    @Test
    void isForgottenAfterADay() {
        here(ana);
        here(ben);
        lastSeen(ana, "25 hours");
        sweep.sweep();
        assertThat(scope.inTeam(
                        workshop.teamId(),
                        () -> jdbc.sql("select user_id from process_model_editor")
                                .query(UUID.class)
                                .list()))
                .containsExactly(ben.userId());
    }

    @Test
    void goesWithItsProcess() {
        here(ana);
        ana.delete("/api/process-models/" + modelId).expect(204);
        ana.put(path(), null).expect(404);
    }

    private Browser colleague(String name) {
        Browser person = Browser.signedUp(port, name);
        jdbc.sql("update \"user\" set email_verified = true where id = :id")
                .param("id", person.userId())
                .update();
        scope.inTeam(
                workshop.teamId(),
                () -> jdbc.sql("""
                        with member as (
                          insert into profile_team (profile_id, team_id) values (:person, :team) returning profile_id)
                        insert into profile_role_team (profile_id, role_id, team_id)
                        select member.profile_id, r.id, r.team_id from member, role r where r.team_id = :team and r.name = 'owner'""")
                        .param("person", person.userId())
                        .param("team", workshop.teamId())
                        .update());
        return person;
    }

    private JsonNode here(Browser person) {
        return person.put(path(), null).expect(200).json();
    }

    private static List<UUID> people(JsonNode seen) {
        return seen.path("people")
                .valueStream()
                .map(each -> UUID.fromString(each.path("userId").asString()))
                .toList();
    }

    private void lastSeen(Browser person, String ago) {
        int moved = scope.inTeam(
                workshop.teamId(),
                () -> jdbc.sql("""
                        update process_model_editor set seen_at = now() - :ago::interval
                         where process_model_id = :model and user_id = :person""")
                        .param("ago", ago)
                        .param("model", modelId)
                        .param("person", person.userId())
                        .update());
        assertThat(moved).isOne();
    }

    private String inTeam(String sql) {
        return scope.inTeam(
                workshop.teamId(),
                () -> jdbc.sql(sql).param("model", modelId).query(String.class).single());
    }

    private String path() {
        return "/api/process-models/" + modelId + "/presence";
    }
}
