package io.processflow.server.team;

import static io.processflow.server.team.TeamStoryTest.join;
import static io.processflow.server.team.TeamStoryTest.ownerRole;
import static io.processflow.server.team.TeamStoryTest.refused;
import static io.processflow.server.team.TeamStoryTest.role;
import static io.processflow.server.team.TeamStoryTest.team;
import static io.processflow.server.team.TeamStoryTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a team refuses, with status and code. Ana owns it; Ben leads with the pages Team and Tasks; Cleo has no role. */
@ServerTest
class TeamRefusalsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Browser ana;
    private Browser ben;
    private Browser cleo;
    private String path;
    private long lead;

    @BeforeEach
    void aTeamOfThree() {
        ana = Browser.signedUp(port, "ana");
        ben = Browser.signedUp(port, "ben");
        cleo = Browser.signedUp(port, "cleo");
        path = team(ana);
        lead = role(ana, path, "Lead", "[\"Team\", \"Tasks\"]");
        join(ana, path, ben, lead);
        join(ana, path, cleo, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": null}",
                "{\"name\": \"ab\"}",
                "{\"name\": \"   ab   \"}",
                "{\"name\": \"a\\u0000b\\u0000c\"}",
                "{\"name\": \"two\\nlines\"}",
                "{\"name\": \"half \\ud83d a character\"}",
                "{\"name\": \"Fine\", \"colorScheme\": {\"from\": \"red\", \"to\": \"#000000\"}}",
                "{\"name\": \"Fine\", \"colorScheme\": {\"from\": \"#000000\"}}",
                "{\"name\": \"Fine\", \"colorScheme\": {\"from\": \"#00000g\", \"to\": null}}"
            })
    void aTeamNeedsANameAndColours(String body) {
        refused(ana.post("/api/teams", body), 422, "invalid");
    }

    @Test
    void aNameHasThreeToEightyCharacters() {
        ana.post("/api/teams", "{\"name\": \"" + "ü".repeat(80) + "\"}").expect(201);
        ana.post("/api/teams", "{\"name\": \"" + "🚀".repeat(80) + "\"}").expect(201);
        refused(ana.post("/api/teams", "{\"name\": \"" + "ü".repeat(81) + "\"}"), 422, "invalid");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Browser.Answer answer = ana.post("/api/teams", """
                {"name": "", "colorScheme": {"from": "red", "to": "blue"}}""");
        refused(answer, 422, "invalid");
        assertThat(texts(answer.json().path("errors"), "pointer"))
                .containsExactly("/name", "/colorScheme/from", "/colorScheme/to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"Fine\", \"createdBy\": \"somebody\"}",
                "{\"name\": \"Fine\", \"owner\": true}",
                "{\"name\": \"Fine\", \"teamId\": 1}",
                "{\"name\": \"Fine\", \"name\": \"Twice\"}",
                "{\"name\": ",
                "[]",
                "\"Fine\""
            })
    void bodiesOfAnotherFormAreMalformed(String body) {
        ana.post("/api/teams", body).expect(400);
    }

    @Test
    void bodiesThatAreNoJsonAreRefused() {
        ana.send("POST", "/api/teams", "name=Fine", Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(415);
    }

    @Test
    void theOwnersRoleStaysAsItIs() {
        String owner = path + "/roles/" + ownerRole(ana, path);
        refused(ana.patch(owner, "{\"name\": \"boss\"}"), 409, "owner-role");
        refused(ana.patch(owner, "{\"allowedPages\": []}"), 409, "owner-role");
        refused(ana.delete(owner), 409, "owner-role");
        refused(ana.delete(owner + "?replaceBy=" + lead), 409, "owner-role");
        refused(ana.post(path + "/roles", """
                {"name": "Owner", "color": "#000000", "allowedPages": []}"""), 409, "name-taken");
    }

    @Test
    void nobodyGivesWhatTheyLack() {
        long owner = ownerRole(ana, path);
        long editor = role(ana, path, "Editor", "[\"Editor\"]");
        String cleosRoles = path + "/members/" + cleo.userId() + "/roles";
        refused(ben.put(cleosRoles, "{\"roleIds\": [" + editor + "]}"), 403, "not-yours-to-give");
        refused(ben.put(cleosRoles, "{\"roleIds\": [" + owner + "]}"), 403, "owner-only");
        refused(ben.post(path + "/roles", """
                {"name": "Wide", "color": "#000000", "allowedPages": ["Tasks", "Shop"]}"""), 403, "not-yours-to-give");
        refused(
                ben.patch(path + "/roles/" + lead, "{\"allowedPages\": [\"Team\", \"Tasks\", \"Editor\"]}"),
                403,
                "not-yours-to-give");
        refused(ben.post(path + "/invitations", """
                {"email": "dora@example.org", "roleId": %d}""".formatted(editor)), 403, "not-yours-to-give");
        refused(ben.post(path + "/invitations", """
                {"email": "dora@example.org", "roleId": %d}""".formatted(owner)), 403, "owner-only");
        refused(ben.delete(path + "/roles/" + lead + "?replaceBy=" + editor), 403, "not-yours-to-give");
        ben.put(cleosRoles, "{\"roleIds\": [" + lead + "]}").expect(200);
        ben.patch(path + "/roles/" + editor, "{\"color\": \"#010203\"}").expect(200);
    }

    @Test
    void theTeamKeepsItsOwner() {
        String anasPlace = path + "/members/" + ana.userId();
        refused(ben.delete(anasPlace), 403, "owner-only");
        refused(ben.put(anasPlace + "/roles", "{\"roleIds\": []}"), 403, "owner-only");
        refused(ana.put(anasPlace + "/roles", "{\"roleIds\": []}"), 409, "owner");
        refused(ana.delete(anasPlace), 409, "owner");
        String ownerToo = "{\"roleIds\": [" + ownerRole(ana, path) + "]}";
        ana.put(path + "/members/" + ben.userId() + "/roles", ownerToo).expect(200);
        refused(ben.delete(anasPlace), 409, "owner");
        refused(ben.put(anasPlace + "/roles", "{\"roleIds\": []}"), 409, "owner");
        ana.delete(path + "/members/" + ben.userId()).expect(204);
    }

    @Test
    void ownershipGoesToAnotherMemberOnlyAndFromAFreshSignInOnly() {
        String transfer = path + "/transfer-ownership";
        refused(ana.post(transfer, "{}"), 422, "invalid");
        refused(ana.post(transfer, "{\"userId\": \"" + ana.userId() + "\"}"), 422, "invalid");
        refused(ana.post(transfer, "{\"userId\": \"" + UUID.randomUUID() + "\"}"), 422, "invalid");
        ana.post(transfer, "{\"userId\": \"nobody\"}").expect(400);
        jdbc.sql("update session set created_at = now() - interval '16 minutes' where user_id = :user")
                .param("user", ana.userId())
                .update();
        refused(ana.post(transfer, "{\"userId\": \"" + cleo.userId() + "\"}"), 403, "sign-in-again");
    }

    @Test
    void rolesOfOthersAreNotGiven() {
        Browser eve = Browser.signedUp(port, "eve");
        String foreign = team(eve);
        long foreignRole = role(eve, foreign, "Spy", "[]");
        String bensRoles = path + "/members/" + ben.userId() + "/roles";
        refused(ana.put(bensRoles, "{\"roleIds\": [" + lead + ", " + foreignRole + "]}"), 422, "invalid");
        refused(ana.put(bensRoles, "{\"roleIds\": [null]}"), 422, "invalid");
        refused(ana.put(bensRoles, "{}"), 422, "invalid");
        refused(ana.post(path + "/invitations", """
                {"email": "dora@example.org", "roleId": %d}""".formatted(foreignRole)), 422, "invalid");
        refused(ana.delete(path + "/roles/" + lead + "?replaceBy=" + foreignRole), 422, "invalid");
        refused(ana.delete(path + "/roles/" + lead + "?replaceBy=" + lead), 422, "invalid");
    }

    @Test
    void aRolesFieldsAreChecked() {
        String roles = path + "/roles";
        refused(ana.post(roles, "{}"), 422, "invalid");
        refused(ana.post(roles, """
                {"name": "Fine", "color": "#00", "allowedPages": []}"""), 422, "invalid");
        refused(ana.post(roles, """
                {"name": "Fine", "color": "#000000", "allowedPages": [null]}"""), 422, "invalid");
        ana.post(roles, """
                {"name": "Fine", "color": "#000000", "allowedPages": ["Everything"]}""").expect(400);
        refused(ana.post(roles, """
                {"name": "LEAD", "color": "#000000", "allowedPages": []}"""), 409, "name-taken");
        long other = role(ana, path, "Other", "[]");
        refused(ana.patch(roles + "/" + other, "{\"name\": \"lead\"}"), 409, "name-taken");
        ana.patch(roles + "/" + other, "{\"name\": \"OTHER\"}").expect(200);
    }

    @Test
    void aReplacedRoleHandsItsMembersOn() {
        long next = role(ana, path, "Next", "[\"Tasks\"]");
        ana.delete(path + "/roles/" + lead + "?replaceBy=" + next).expect(204);
        assertThat(texts(ana.get(path + "/roles").expect(200).json().path("items"), "name"))
                .containsExactly("owner", "Next");
        assertThat(texts(ben.get(path).expect(200).json().path("roles"), "name"))
                .containsExactly("Next");
        ana.patch(path + "/roles/" + lead, "{\"color\": \"#000000\"}").expect(404);
        assertThat(role(ana, path, "Lead", "[]")).isNotEqualTo(lead);
        ana.delete(path + "/roles/" + next).expect(204);
        assertThat(texts(ana.get(path + "/roles").expect(200).json().path("items"), "name"))
                .containsExactly("owner", "Lead");
        assertThat(ben.get(path).expect(200).json().path("pages").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "two words@example.org", "@example.org", "a@", "a@b\\u0000c"})
    void onlyAddressesAreInvited(String address) {
        refused(ana.post(path + "/invitations", "{\"email\": \"" + address + "\"}"), 422, "invalid");
    }

    @Test
    void invitationsAreMadeOnce() {
        ana.post(path + "/invitations", "{\"email\": \"dora@example.org\"}").expect(201);
        refused(ana.post(path + "/invitations", "{\"email\": \" Dora@Example.org\"}"), 409, "already-invited");
        refused(
                ana.post(
                        path + "/invitations",
                        "{\"email\": \"" + ben.me().path("email").asString() + "\"}"),
                409,
                "already-member");
    }

    @Test
    void thingsOfAForeignTeamAreAsUnknownAsThingsThatNeverWere() {
        Browser eve = Browser.signedUp(port, "eve");
        String foreign = team(eve);
        long foreignRole = role(eve, foreign, "Spy", "[]");
        long foreignInvitation = eve.post(foreign + "/invitations", "{\"email\": \"dora@example.org\"}")
                .expect(201)
                .json()
                .path("id")
                .asLong();
        String unknown = ana.get("/api/teams/999999999").expect(404).body();
        for (String part : new String[] {"", "/members", "/roles", "/invitations"}) {
            assertThat(ana.get(foreign + part).expect(404).body().replace(foreign + part, "/api/teams/999999999"))
                    .isEqualTo(unknown);
        }
        ana.patch(path + "/roles/" + foreignRole, "{\"color\": \"#000000\"}").expect(404);
        ana.delete(path + "/roles/" + foreignRole).expect(404);
        ana.delete(path + "/invitations/" + foreignInvitation).expect(404);
        ana.delete(path + "/members/" + eve.userId()).expect(404);
        ana.put(path + "/members/" + eve.userId() + "/roles", "{\"roleIds\": []}")
                .expect(404);
        ana.post("/api/invitations/" + foreignInvitation + "/accept", null).expect(404);
        ana.post("/api/invitations/" + foreignInvitation + "/decline", "{\"token\": \"guess\"}")
                .expect(404);
        eve.get(foreign).expect(200);
        assertThat(eve.get(foreign + "/roles").expect(200).json().path("items").size())
                .isEqualTo(2);
        assertThat(eve.get(foreign + "/invitations")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void oddIdsAndPagesAreMalformed() {
        ana.get("/api/teams/first").expect(400);
        ana.delete(path + "/members/ben").expect(400);
        ana.get(path + "/members?limit=0").expect(400);
        ana.get(path + "/members?limit=201").expect(400);
        ana.get(path + "/members?cursor=%21").expect(400);
        ana.get(path + "/invitations?cursor=" + "bm8tbnVtYmVy").expect(400);
    }

    @Test
    void anAccountIsKeptWhileItsPersonOwnsATeam() {
        Browser.Answer answer = ana.delete("/api/me");
        refused(answer, 409, "owns-teams");
        assertThat(texts(answer.json().path("teams"))).containsExactly("Demo Shop");
        ben.post("/api/teams", "{\"name\": \"Bens own\"}").expect(201);
        refused(ben.delete("/api/me"), 409, "owns-teams");
        ana.get(path + "/members").expect(200);
        String cleosId = cleo.userId().toString();
        cleo.delete("/api/me").expect(204);
        assertThat(texts(ana.get(path + "/members").expect(200).json().path("items"), "userId"))
                .doesNotContain(cleosId);
    }
}
