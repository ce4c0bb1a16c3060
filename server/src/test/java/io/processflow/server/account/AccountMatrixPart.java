package io.processflow.server.account;

import io.processflow.server.Browser;
import io.processflow.server.matrix.Actor;
import io.processflow.server.matrix.MatrixPart;
import io.processflow.server.matrix.MatrixWorld;
import java.util.UUID;

/** What the rows on accounts name: the actor's own sign-in and session, and names nobody has yet. */
class AccountMatrixPart implements MatrixPart {

    @Override
    public void define(MatrixWorld world) {
        world.define(
                "newcomer", () -> "newcomer-" + UUID.randomUUID().toString().substring(0, 8));
        world.define("userId", () -> world.userId(Actor.A3).toString());
        world.defineFor("password", actor -> Browser.PASSWORD);
        world.defineFor("token", actor -> "made-up");
        world.defineFor(
                "ownEmail", actor -> signer(world, actor).me().path("email").asString());
        world.defineFor(
                "sessionId",
                actor -> signer(world, actor)
                        .get("/api/me/sessions")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString());
    }

    /** Who is nobody signs in as somebody. */
    private static Browser signer(MatrixWorld world, Actor actor) {
        return actor == Actor.A0 ? world.browser(Actor.A2) : world.browser(actor);
    }
}
