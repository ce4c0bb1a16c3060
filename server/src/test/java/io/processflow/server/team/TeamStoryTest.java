package io.processflow.server.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two people and a team, over HTTP: what the first half hour with the product does. */
@ServerTest
class TeamStoryTest {

    @LocalServerPort
    private int port;

    @Test
    void twoPeopleShareATeam() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String anasName = ana.me().path("username").asString();
        String bensAddress = ben.me().path("email").asString();

        JsonNode team = ana.post("/api/teams", """
                {"name": "  Demo Shop "}""").expect(201).json();
        assertThat(team.path("name").asString()).isEqualTo("Demo Shop");
        assertThat(team.path("colorScheme").path("from").asString()).isEqualTo("#4F5BD5");
        assertThat(team.path("colorScheme").path("to").asString()).isEqualTo("#7C5CE0");
        assertThat(team.path("createdBy").asString()).isEqualTo(anasName);
        assertThat(team.path("owner").asBoolean()).isTrue();
        assertThat(texts(team.path("pages"))).containsExactly("Editor", "Tasks", "Monitoring", "Team", "Stats", "Shop");
        assertThat(team.path("openTasks").asInt()).isZero();
        String path = "/api/teams/" + team.path("id").asLong();

        long logistics = role(ana, path, "Logistics", "[\"Tasks\"]");
        long secretary = role(ana, path, "Secretary", "[\"Tasks\", \"Monitoring\"]");
        long warehouse = role(ana, path, "Warehouse", "[\"Tasks\"]");
        assertThat(texts(ana.get(path + "/roles").expect(200).json().path("items"), "name"))
                .containsExactly("owner", "Logistics", "Secretary", "Warehouse");

        JsonNode invitation = ana.post(path + "/invitations", """
                {"email": "%s", "roleId": %d}""".formatted(bensAddress, warehouse))
                .expect(201)
                .json();
        assertThat(invitation.path("roleName").asString()).isEqualTo("Warehouse");
        assertThat(ana.get(path + "/invitations").expect(200).body()).doesNotContain("token");
        JsonNode waiting = ben.get("/api/me/invitations").expect(200).json().path("items");
        assertThat(texts(waiting, "teamName")).containsExactly("Demo Shop");

        JsonNode joined = ben.post("/api/invitations/" + invitation.path("id").asLong() + "/accept", null)
                .expect(200)
                .json();
        assertThat(joined.path("owner").asBoolean()).isFalse();
        assertThat(texts(joined.path("roles"), "name")).containsExactly("Warehouse");
        assertThat(texts(joined.path("pages"))).containsExactly("Tasks");

        JsonNode changed = ana.put(path + "/members/" + ben.userId() + "/roles", """
                {"roleIds": [%d, %d]}""".formatted(warehouse, secretary))
                .expect(200)
                .json();
        assertThat(texts(changed.path("roles"), "name")).containsExactly("Secretary", "Warehouse");
        assertThat(texts(ben.get(path).expect(200).json().path("pages"))).containsExactly("Tasks", "Monitoring");
        ana.put(path + "/members/" + ana.userId() + "/roles", """
                {"roleIds": [%d, %d]}""".formatted(ownerRole(ana, path), logistics))
                .expect(200);

        JsonNode seenByAna = ana.get(path + "/members").expect(200).json().path("items");
        assertThat(texts(seenByAna, "email")).contains(bensAddress);
        JsonNode seenByBen = ben.get(path + "/members").expect(200).json().path("items");
        assertThat(texts(seenByBen, "username")).contains(anasName);
        assertThat(seenByBen.path(0).path("email").isNull()).isTrue();
        assertThat(texts(ben.get("/api/teams").expect(200).json().path("items"), "name"))
                .containsExactly("Demo Shop");
    }

    @Test
    void membersArePagedByName() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String path = team(ana);
        join(ana, path, ben, null);
        JsonNode first = ana.get(path + "/members?limit=1").expect(200).json();
        assertThat(texts(first.path("items"), "userId"))
                .containsExactly(ana.userId().toString());
        JsonNode second = ana.get(path + "/members?limit=1&cursor="
                        + first.path("nextCursor").asString())
                .expect(200)
                .json();
        assertThat(texts(second.path("items"), "userId"))
                .containsExactly(ben.userId().toString());
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aRemovalIsFeltAtTheNextRequest() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String path = team(ana);
        join(ana, path, ben, null);
        ben.get(path).expect(200);
        ana.delete(path + "/members/" + ben.userId()).expect(204);
        ben.get(path).expect(404);
        ben.get(path + "/members").expect(404);
        assertThat(ben.get("/api/teams").expect(200).json().path("items").isEmpty())
                .isTrue();
        ana.delete(path + "/members/" + ben.userId()).expect(404);
    }

    @Test
    void whoLeavesIsGoneAndMayComeBack() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String path = team(ana);
        join(ana, path, ben, null);
        ben.post(path + "/leave", null).expect(204);
        ben.get(path).expect(404);
        join(ana, path, ben, null);
        ben.get(path).expect(200);
    }

    @Test
    void anArchivedTeamIsGoneAtOnceAndCanBeRestored() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String path = team(ana);
        join(ana, path, ben, null);
        refused(ana.delete(path), 422, "invalid");
        refused(ana.delete(path + "?name=Some%20other"), 422, "invalid");
        refused(ben.delete(path + "?name=Demo%20Shop"), 403, "owner-only");
        refused(ana.post(path + "/restore", null), 409, "not-archived");
        ana.delete(path + "?name=Demo%20Shop").expect(204);
        ana.get(path).expect(404);
        ben.get(path).expect(404);
        ben.post(path + "/restore", null).expect(404);
        assertThat(ben.get("/api/teams?archived=true")
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        JsonNode archived =
                ana.get("/api/teams?archived=true").expect(200).json().path("items");
        assertThat(texts(archived, "name")).containsExactly("Demo Shop");
        assertThat(archived.path(0).path("archivedAt").isNull()).isFalse();
        JsonNode restored = ana.post(path + "/restore", null).expect(200).json();
        assertThat(restored.path("archivedAt").isNull()).isTrue();
        ben.get(path).expect(200);
    }

    @Test
    void theOwnershipGoesToAnotherMember() {
        Browser ana = Browser.signedUp(port, "ana");
        Browser ben = Browser.signedUp(port, "ben");
        String path = team(ana);
        join(ana, path, ben, null);
        String toBen = """
                {"userId": "%s"}""".formatted(ben.userId());
        refused(ben.post(path + "/transfer-ownership", toBen), 403, "owner-only");
        refused(ana.post(path + "/leave", null), 409, "owner");
        ana.post(path + "/transfer-ownership", toBen).expect(204);
        assertThat(ben.get(path).expect(200).json().path("owner").asBoolean()).isTrue();
        assertThat(ana.get(path).expect(200).json().path("owner").asBoolean()).isFalse();
        refused(ben.post(path + "/leave", null), 409, "owner");
        ana.post(path + "/leave", null).expect(204);
    }

    @Test
    void nameAndColoursChangeOneByOne() {
        Browser ana = Browser.signedUp(port, "ana");
        String path = team(ana);
        JsonNode renamed =
                ana.patch(path, "{\"name\": \"Größeres Lager\"}").expect(200).json();
        assertThat(renamed.path("name").asString()).isEqualTo("Größeres Lager");
        assertThat(renamed.path("colorScheme").path("from").asString()).isEqualTo("#4F5BD5");
        JsonNode recoloured = ana.patch(path, """
                {"colorScheme": {"from": "#aabbcc", "to": "#001122"}}""").expect(200).json();
        assertThat(recoloured.path("name").asString()).isEqualTo("Größeres Lager");
        assertThat(recoloured.path("colorScheme").path("from").asString()).isEqualTo("#AABBCC");
    }

    static String team(Browser owner) {
        return "/api/teams/"
                + owner.post("/api/teams", "{\"name\": \"Demo Shop\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asLong();
    }

    static long role(Browser owner, String path, String name, String pages) {
        return owner.post(path + "/roles", """
                        {"name": "%s", "color": "#2f9e6e", "allowedPages": %s}""".formatted(name, pages))
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    static long ownerRole(Browser member, String path) {
        return member.get(path + "/roles")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    static void join(Browser owner, String path, Browser guest, Long roleId) {
        long invitation = owner.post(path + "/invitations", """
                        {"email": "%s", "roleId": %s}""".formatted(
                                guest.me().path("email").asString(), roleId))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        guest.post("/api/invitations/" + invitation + "/accept", null).expect(200);
    }

    static Browser.Answer refused(Browser.Answer answer, int status, String code) {
        assertThat(answer.expect(status).code()).as(answer.body()).isEqualTo(code);
        return answer;
    }

    static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(member).asString(""))
                .toList();
    }
}
