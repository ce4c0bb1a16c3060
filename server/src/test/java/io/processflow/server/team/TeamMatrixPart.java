package io.processflow.server.team;

import io.processflow.server.Browser;
import io.processflow.server.matrix.Actor;
import io.processflow.server.matrix.MatrixPart;
import io.processflow.server.matrix.MatrixWorld;
import org.jspecify.annotations.Nullable;

/**
 * The team that the actors A3 to A6 belong to, owned by A6: A4 has a role with every page, A5 one with the page Tasks, A3
 * none; somebody was removed from it a moment ago. A9 owns another team.
 */
class TeamMatrixPart implements MatrixPart {

    private static final String EVERY_PAGE = "[\"Editor\", \"Tasks\", \"Monitoring\", \"Team\", \"Stats\", \"Shop\"]";

    @Override
    public void define(MatrixWorld world) {
        world.define("team", () -> madeBy(world.browser(Actor.A6)));
        world.define("everythingRoleId", () -> role(world, "Everything", EVERY_PAGE));
        world.define("taskRoleId", () -> role(world, "Task role", "[\"Tasks\"]"));
        world.define("roleId", () -> role(world, "Spare", "[]"));
        world.define("teamId", () -> withMembers(world));
        world.define("otherTeamId", () -> madeBy(world.browser(Actor.A9)));
        world.define(
                "invitationLink",
                () -> invited(world, world.value("teamId"), "nobody@example.org", null)
                        .json()
                        .path("link")
                        .asString());
        world.define("invitationId", () -> world.value("invitationLink").replaceAll(".*/invitations/|\\?.*", ""));
        world.define("invitationToken", () -> world.value("invitationLink").replaceAll(".*token=", ""));
    }

    private static String withMembers(MatrixWorld world) {
        join(world, Actor.A3, null);
        join(world, Actor.A4, world.value("everythingRoleId"));
        join(world, Actor.A5, world.value("taskRoleId"));
        join(world, Actor.REMOVED, world.value("everythingRoleId"));
        world.browser(Actor.A6)
                .delete("/api/teams/" + world.value("team") + "/members/" + world.userId(Actor.REMOVED))
                .expect(204);
        madeBy(world.browser(Actor.A9));
        return world.value("team");
    }

    private static void join(MatrixWorld world, Actor actor, @Nullable String roleId) {
        Browser person = world.browser(actor);
        String email = person.me().path("email").asString();
        long invitation = invited(world, world.value("team"), email, roleId)
                .json()
                .path("id")
                .asLong();
        person.post("/api/invitations/" + invitation + "/accept", null).expect(200);
    }

    private static Browser.Answer invited(MatrixWorld world, String team, String email, @Nullable String roleId) {
        return world.browser(Actor.A6)
                .post("/api/teams/" + team + "/invitations", """
                        {"email": "%s", "roleId": %s}""".formatted(email, roleId))
                .expect(201);
    }

    private static String role(MatrixWorld world, String name, String pages) {
        return id(world.browser(Actor.A6)
                .post("/api/teams/" + world.value("team") + "/roles", """
                        {"name": "%s", "color": "#2F9E6E", "allowedPages": %s}""".formatted(name, pages)));
    }

    private static String madeBy(Browser owner) {
        return id(owner.post("/api/teams", "{\"name\": \"Matrix\"}"));
    }

    private static String id(Browser.Answer created) {
        return String.valueOf(created.expect(201).json().path("id").asLong());
    }
}
