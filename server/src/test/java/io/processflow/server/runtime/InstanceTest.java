package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Instances as those see them who watch over them, and the log behind them. */
@ServerTest
class InstanceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Invariants states;

    private Workshop workshop;
    private Browser owner;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Clerk");
        owner = workshop.owner();
    }

    @Test
    void theStateRebuiltFromTheLogIsTheStateOfTheTables() {
        long instance = start("many");
        sameFromLogAndTables(instance);

        long failed = element(instance, "Decide").path("id").asLong();
        owner.post("/api/flow-element-instances/" + failed + "/retry", "{\"variables\": {\"amount\": 5}}")
                .expect(204);
        sameFromLogAndTables(instance);
    }

    @Test
    void aGatewayThatCanNotCompareIsAnIncidentThatARetryMends() {
        long instance = start("many");
        assertThat(view(instance).path("status").asString()).isEqualTo("Error");
        assertThat(view(instance).path("statusMessage").asString()).contains("many");
        long failed = element(instance, "Decide").path("id").asLong();

        owner.post("/api/flow-element-instances/" + failed + "/retry", "{\"variables\": {\"amount\": 5}}")
                .expect(204);

        assertThat(view(instance).path("status").asString()).isEqualTo("Running");
        assertThat(view(instance).path("statusMessage").isNull()).isTrue();
        assertThat(element(instance, "More").path("status").asString()).isEqualTo("Completed");
        assertThat(owner.post("/api/flow-element-instances/" + failed + "/retry", null)
                        .expect(409)
                        .code())
                .isEqualTo("not-failed");
    }

    @Test
    void aCancelledInstanceHasNothingOpenAndTellsWhy() {
        long instance = start("5");
        owner.post("/api/process-instances/" + instance + "/cancel", "{\"reason\": \"wrong order\"}")
                .expect(204);

        assertThat(view(instance).path("status").asString()).isEqualTo("Cancelled");
        assertThat(view(instance).path("statusMessage").asString()).isEqualTo("wrong order");
        assertThat(view(instance).path("completedAt").isNull()).isFalse();
        assertThat(element(instance, "Work").path("status").asString()).isEqualTo("Cancelled");
        assertThat(owner.post("/api/process-instances/" + instance + "/cancel", null)
                        .expect(409)
                        .code())
                .isEqualTo("instance-ended");
    }

    @Test
    void thePathAndTheLogTellWhatHappened() {
        long instance = start("5");

        JsonNode view = view(instance);
        assertThat(texts(view.path("path"))).contains("Start_Split", "Split_Work", "Split_Decide", "Decide_More");
        assertThat(view.path("history").path(0).path("command").asString()).isEqualTo("Start");
        assertThat(view.path("history").path(0).path("actor").asString())
                .isEqualTo(owner.me().path("username").asString());
        assertThat(view.path("variables").path("amount").asString()).isEqualTo("5");
        assertThat(owner.get("/api/process-instances/" + instance + "/diagram")
                        .expect(200)
                        .body())
                .contains("bpmn:process");
    }

    @Test
    void inputsMustBeThoseTheStartDeclares() {
        long model = published();

        assertThat(create(model, "{}").expect(422).code()).isEqualTo("missing-inputs");
        assertThat(create(model, "{\"amount\": 1, \"other\": 2}").expect(422).code())
                .isEqualTo("unknown-inputs");
        assertThat(create(model, "{\"amount\": 1e400}").expect(422).code()).isEqualTo("number-out-of-range");
        assertThat(create(model, "{\"amount\": \"\\u0000\"}").expect(422).code())
                .isEqualTo("text-not-storable");
        create(model, "[]").expect(400);
        create(model, "{\"amount\": 1, \"amount\": 2}").expect(400);
        assertThat(owner.post("/api/instance/create", "{nonsense").expect(400).code())
                .isEqualTo("malformed");
        owner.post("/api/instance/create", "{\"processModelId\": 1, \"completedBy\": \"me\"}")
                .expect(400);
    }

    @Test
    void newestInstancesComeFirstPageByPage() {
        long model = published();
        List<Long> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            started.addFirst(create(model, "{\"amount\": 0}")
                    .expect(200)
                    .json()
                    .path("processInstanceId")
                    .asLong());
        }
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.get("/api/teams/" + workshop.teamId() + "/process-instances?limit=2" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(started);
        assertThat(owner.get("/api/teams/" + workshop.teamId() + "/process-instances?status=Cancelled")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private void sameFromLogAndTables(long instance) {
        states.requireSameFromLogAndTables(instance);
    }

    private long published() {
        long model = workshop.imported(Diagrams.waiting(workshop.role("Clerk")));
        workshop.publish(model, "{\"force\": true}").expect(201);
        return model;
    }

    private Browser.Answer create(long model, String inputs) {
        return owner.post("/api/instance/create", "{\"processModelId\": " + model + ", \"inputs\": " + inputs + "}");
    }

    private long start(String amount) {
        return create(published(), "{\"amount\": \"" + amount + "\"}")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }

    private JsonNode view(long instance) {
        return owner.get("/api/process-instances/" + instance).expect(200).json();
    }

    /** The newest visit of an element. */
    private JsonNode element(long instance, String bpmnId) {
        JsonNode newest = null;
        for (JsonNode element : view(instance).path("elements")) {
            if (element.path("bpmnId").asString().equals(bpmnId)) {
                newest = element;
            }
        }
        assertThat(newest).as(bpmnId).isNotNull();
        return newest;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
