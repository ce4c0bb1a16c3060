package io.processflow.server.shop;

import io.processflow.server.matrix.Actor;
import io.processflow.server.matrix.MatrixPart;
import io.processflow.server.matrix.MatrixWorld;

/** What the rows on node definitions name: one of the team that only the team may see. */
class ShopMatrixPart implements MatrixPart {

    @Override
    public void define(MatrixWorld world) {
        world.define(
                "definitionId",
                () -> world.browser(Actor.A6)
                        .post("/api/teams/" + world.value("teamId") + "/node-definitions", """
                        {"visibility": "Team", "definition": {"name": "Matrix", "icon": "Grid", "executionMode": "Automatic",
                         "executionUrl": "https://example.com/do"}}""")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString());
    }
}
