package io.processflow.server.runtime;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An instance that waits in version 1 while version 2 is published. */
@ServerTest
class MigrateTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Invariants states;

    private Workshop workshop;
    private Browser owner;
    private long model;
    private long instance;

    @BeforeEach
    void waiting() {
        workshop = Workshop.open(port, "Clerk", "Boss");
        owner = workshop.owner();
        JsonNode self = owner.get("/api/teams/" + workshop.teamId() + "/members")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        owner.send(
                        "PUT",
                        "/api/teams/" + workshop.teamId() + "/members/" + owner.userId() + "/roles",
                        "{\"roleIds\": [%d, %d, %d]}"
                                .formatted(
                                        self.path("roles").path(0).path("id").asLong(),
                                        workshop.role("Clerk"),
                                        workshop.role("Boss")),
                        Map.of())
                .expect(200);
        model = workshop.imported(Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start", "{\"outputs\": {\"inputVariableNames-0\": \"what\"}}")
                        + node("userTask", "Work")
                        + node("endEvent", "End")
                        + flow("Start", "Work", "End")));
        workshop.publish(model, "{\"force\": true}").expect(201);
        instance = owner.post(
                        "/api/instance/create",
                        "{\"processModelId\": " + model + ", \"inputs\": {\"what\": \"goods\"}}")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }

    @Test
    void itGoesOnAlongTheNewVersionsWay() {
        publish("Work", "Check");
        JsonNode migrated = migrate(2, "").expect(200).json();
        assertThat(migrated.path("version").asInt()).isEqualTo(2);
        assertThat(migrated.path("moved").path(0).path("bpmnId").asString()).isEqualTo("Work");
        states.requireSameFromLogAndTables(instance);

        completeOnlyTask();
        states.requireSameFromLogAndTables(instance);
        assertThat(view().path("status").asString()).isEqualTo("Running");
        completeOnlyTask();

        assertThat(view().path("status").asString()).isEqualTo("Completed");
        assertThat(visited()).containsExactly("Start", "Work", "Check", "End");
        assertThat(view().path("version").asInt()).isEqualTo(2);
        states.requireSameFromLogAndTables(instance);
    }

    @Test
    void anOpenTaskBecomesWhatTheNewVersionSays() {
        publish("Work", "Check");
        migrate(2, "").expect(200);

        JsonNode task = tasks().path(0);
        assertThat(task.path("name").asString()).isEqualTo("Work on goods");
        assertThat(task.path("role").path("name").asString()).isEqualTo("Boss");
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        publish("Work", "Check");
        JsonNode told = migrate(2, "?dryRun=true").expect(200).json();

        assertThat(told.path("dryRun").asBoolean()).isTrue();
        assertThat(told.path("moved").path(0).path("bpmnId").asString()).isEqualTo("Work");
        assertThat(view().path("version").asInt()).isEqualTo(1);
        assertThat(view().path("history")).hasSize(1);
        assertThat(tasks().path(0).path("role").path("name").asString()).isEqualTo("Clerk");
        states.requireSameFromLogAndTables(instance);
    }

    @Test
    void anOpenStepThatIsGoneIsNamed() {
        publish("Other");

        Browser.Answer refused = migrate(2, "").expect(409);
        assertThat(refused.code()).isEqualTo("cannot-migrate");
        assertThat(refused.json().path("detail").asString()).contains("\"Work\" is not in it");
        assertThat(migrate(2, "?dryRun=true").expect(409).code()).isEqualTo("cannot-migrate");
        assertThat(view().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void onlyARunningInstanceGoesToAnotherVersionThatIsThere() {
        migrate(2, "").expect(404);
        assertThat(migrate(1, "").expect(409).code()).isEqualTo("same-version");
        publish("Work");
        owner.post("/api/process-instances/" + instance + "/cancel", null).expect(204);

        assertThat(migrate(2, "").expect(409).code()).isEqualTo("instance-ended");
    }

    /** Version 2: these steps one after the other, for another role, with another title. */
    private void publish(String... steps) {
        StringBuilder content =
                new StringBuilder(node("startEvent", "Start", "{\"outputs\": {\"inputVariableNames-0\": \"what\"}}"));
        String[] way = new String[steps.length + 2];
        way[0] = "Start";
        way[steps.length + 1] = "End";
        for (int i = 0; i < steps.length; i++) {
            content.append(
                    node("userTask", steps[i]).replace("name=\"" + steps[i], "name=\"" + steps[i] + " on {what}"));
            way[i + 1] = steps[i];
        }
        String xml = Diagrams.process(workshop.role("Boss"), content + node("endEvent", "End") + flow(way));
        workshop.save(model, 1, xml).expect(200);
        workshop.publish(model, "{\"force\": true}").expect(201);
    }

    private Browser.Answer migrate(int version, String query) {
        return owner.post("/api/process-instances/" + instance + "/migrate" + query, "{\"version\": " + version + "}");
    }

    private void completeOnlyTask() {
        long task = tasks().path(0).path("id").asLong();
        owner.post("/api/tasks/" + task + "/complete", "{\"data\": {}}").expect(200);
    }

    private JsonNode tasks() {
        return owner.get("/api/teams/" + workshop.teamId() + "/tasks?processInstanceId=" + instance)
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode view() {
        return owner.get("/api/process-instances/" + instance).expect(200).json();
    }

    private List<String> visited() {
        return StreamSupport.stream(view().path("elements").spliterator(), false)
                .map(element -> element.path("bpmnId").asString())
                .toList();
    }
}
