package io.processflow.server.runtime;

import io.processflow.server.Browser;
import io.processflow.server.matrix.Actor;
import io.processflow.server.matrix.MatrixPart;
import io.processflow.server.matrix.MatrixWorld;
import tools.jackson.databind.JsonNode;

/** What the rows on instances and tasks name: an instance with an open task of the role that A5 holds, and a failed step. */
class RuntimeMatrixPart implements MatrixPart {

    @Override
    public void define(MatrixWorld world) {
        world.define("waitingModelId", () -> published(world));
        world.define("instanceId", () -> started(world));
        world.define("variableName", () -> "amount");
        world.define("newerVersion", () -> newerVersion(world));
        world.define("taskId", () -> element(world, "Work"));
        world.define("failedElementInstanceId", () -> element(world, "Decide"));
    }

    private static String published(MatrixWorld world) {
        Browser owner = world.browser(Actor.A6);
        String team = world.value("teamId");
        long role = Long.parseLong(world.value("taskRoleId"));
        String id = owner.post("/api/teams/" + team + "/process-models/import", Diagrams.waiting(role))
                .expect(201)
                .json()
                .path("processModels")
                .path(0)
                .path("id")
                .asString();
        owner.post("/api/process-models/" + id + "/publish", "{\"force\": true}")
                .expect(201);
        return id;
    }

    private static String started(MatrixWorld world) {
        return world.browser(Actor.A6)
                .post("/api/instance/create", """
                        {"processModelId": %s, "inputs": {"amount": "many"}}""".formatted(world.value("waitingModelId")))
                .expect(200)
                .json()
                .path("processInstanceId")
                .asString();
    }

    /** A version of the instance's model that was published after the instance was started. */
    private static String newerVersion(MatrixWorld world) {
        world.value("instanceId");
        return world.browser(Actor.A6)
                .post("/api/process-models/" + world.value("waitingModelId") + "/publish", "{\"force\": true}")
                .expect(201)
                .json()
                .path("version")
                .asString();
    }

    private static String element(MatrixWorld world, String bpmnId) {
        JsonNode elements = world.browser(Actor.A6)
                .get("/api/process-instances/" + world.value("instanceId"))
                .expect(200)
                .json()
                .path("elements");
        for (JsonNode element : elements) {
            if (element.path("bpmnId").asString().equals(bpmnId)) {
                return element.path("id").asString();
            }
        }
        throw new AssertionError("expected a visit of " + bpmnId + " among " + elements);
    }
}
