package io.processflow.server.model;

import io.processflow.server.matrix.Actor;
import io.processflow.server.matrix.MatrixPart;
import io.processflow.server.matrix.MatrixWorld;

/** What the rows on process models name: a model of the team, published once. */
class ModelMatrixPart implements MatrixPart {

    @Override
    public void define(MatrixWorld world) {
        world.define("modelId", () -> {
            String role = world.browser(Actor.A6)
                    .get("/api/teams/" + world.value("teamId") + "/roles")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            String path = "/api/teams/" + world.value("teamId") + "/process-models/import?defaultRoleId=" + role;
            String id = world.browser(Actor.A6)
                    .post(path, Workshop.shipOrderRepaired())
                    .expect(201)
                    .json()
                    .path("processModels")
                    .path(0)
                    .path("id")
                    .asString();
            world.browser(Actor.A6)
                    .post("/api/process-models/" + id + "/publish", null)
                    .expect(201);
            return id;
        });
        world.define("version", () -> "1");
    }
}
