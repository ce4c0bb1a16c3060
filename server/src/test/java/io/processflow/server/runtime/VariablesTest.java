package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Variables of an instance: written by who watches over it, remembered, searched for, and bounded. */
@ServerTest
class VariablesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Invariants states;

    private Workshop workshop;
    private Browser owner;
    private long model;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Clerk");
        owner = workshop.owner();
        model = workshop.imported(Diagrams.waiting(workshop.role("Clerk")));
        workshop.publish(model, "{\"force\": true}").expect(201);
    }

    @Test
    void whatIsWrittenHoldsAndTheLogTellsWhoAndWhy() {
        long instance = start("5");
        write(instance, "{\"amount\": 12, \"note\": null}", "twelve, not ten").expect(204);

        JsonNode view = view(instance);
        assertThat(view.path("variables").path("amount").asInt()).isEqualTo(12);
        assertThat(view.path("variables").path("note").isNull()).isTrue();
        JsonNode entry = view.path("history").path(1);
        assertThat(entry.path("command").asString()).isEqualTo("SetVariables");
        assertThat(entry.path("reason").asString()).isEqualTo("twelve, not ten");
        assertThat(entry.path("actor").asString())
                .isEqualTo(owner.me().path("username").asString());
        states.requireSameFromLogAndTables(instance);
    }

    @Test
    void everyValueAVariableHadIsShownNewestFirstPageByPage() {
        long instance = start("5");
        write(instance, "{\"amount\": [1, {\"a\": 2}]}", "first").expect(204);
        write(instance, "{\"other\": 1}", "not this one").expect(204);
        write(instance, "{\"amount\": \"six\"}", "second").expect(204);

        JsonNode newest = history(instance, "amount", "?limit=2");
        assertThat(newest.path("items").path(0).path("value").asString()).isEqualTo("six");
        assertThat(newest.path("items").path(0).path("reason").asString()).isEqualTo("second");
        assertThat(newest.path("items").path(0).path("element").isNull()).isTrue();
        assertThat(newest.path("items").path(1).path("value").toString()).isEqualTo("[1,{\"a\":2}]");
        JsonNode oldest = history(
                instance,
                "amount",
                "?limit=2&cursor=" + newest.path("nextCursor").asString());
        assertThat(oldest.path("items")).hasSize(1);
        JsonNode given = oldest.path("items").path(0);
        assertThat(given.path("value").asString()).isEqualTo("5");
        assertThat(given.path("element").path("bpmnId").asString()).isEqualTo("Start");
        assertThat(given.path("actor").asString())
                .isEqualTo(owner.me().path("username").asString());
        assertThat(oldest.path("nextCursor").isNull()).isTrue();
        assertThat(history(instance, "neverWritten", "").path("items")).isEmpty();
    }

    @Test
    void aReasonIsAskedForAndAnEndedInstanceStaysAsItIs() {
        long instance = start("5");
        String path = "/api/process-instances/" + instance + "/variables";
        owner.put(path, "{\"values\": {\"amount\": 1}}").expect(422);
        owner.put(path, "{\"values\": {\"amount\": 1}, \"reason\": \"  \"}").expect(422);
        owner.put(path, "{\"values\": {}, \"reason\": \"why\"}").expect(422);
        owner.post("/api/process-instances/" + instance + "/cancel", null).expect(204);

        assertThat(write(instance, "{\"amount\": 1}", "late").expect(409).code())
                .isEqualTo("instance-ended");
        assertThat(view(instance).path("variables").path("amount").asString()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Coins", "Experience", "1a", "a b", "", "secret.key"})
    void aNameThatIsNoVariablesIsRefused(String name) {
        long instance = start("5");
        assertThat(write(instance, "{\"" + name + "\": 1}", "why").expect(422).code())
                .isEqualTo("variable-not-allowed");
    }

    @Test
    void aValueThatIsTooLargeIsRefusedWhereverItIsWritten() {
        String large = "\"" + "ü".repeat(140_000) + "\"";
        assertThat(create(large).expect(422).code()).isEqualTo("variable-too-large");
        long instance = start("many");
        long failed = element(instance, "Decide");
        assertThat(owner.post(
                                "/api/flow-element-instances/" + failed + "/retry",
                                "{\"variables\": {\"amount\": " + large + "}}")
                        .expect(422)
                        .code())
                .isEqualTo("variable-too-large");
        Browser.Answer refused =
                write(instance, "{\"amount\": " + large + "}", "why").expect(422);
        assertThat(refused.code()).isEqualTo("variable-too-large");
        assertThat(refused.json().path("variable").asString()).isEqualTo("amount");
        assertThat(write(instance, "{\"" + "n".repeat(256) + "\": 1}", "why")
                        .expect(422)
                        .code())
                .isEqualTo("variable-not-allowed");
        assertThat(view(instance).path("variables").path("amount").asString()).isEqualTo("many");
        write(instance, "{\"amount\": \"" + "ü".repeat(130_000) + "\"}", "why").expect(204);
    }

    @Test
    void allVariablesTogetherAreBounded() {
        long instance = start("5");
        String quarter = "\"" + "x".repeat(260_000) + "\"";
        for (int i = 0; i < 16; i++) {
            write(instance, "{\"v" + i + "\": " + quarter + "}", "why").expect(204);
        }
        assertThat(write(instance, "{\"v16\": " + quarter + "}", "why")
                        .expect(422)
                        .code())
                .isEqualTo("variables-too-large");
        write(instance, "{\"v0\": 1, \"v16\": " + quarter + "}", "why").expect(204);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append(i == 0 ? "{" : ", ").append("\"w").append(i).append("\": 1");
        }
        assertThat(write(instance, many.append("}").toString(), "why")
                        .expect(422)
                        .code())
                .isEqualTo("too-many-variables");
    }

    @Test
    void instancesAreFoundByTheValuesOfSeveralVariables() {
        long one = start("5");
        long two = start("5.0");
        long three = start("6");
        write(one, "{\"customer\": \"Meier\", \"total\": 10}", "why").expect(204);
        write(two, "{\"customer\": \"Meier\", \"total\": 10.50}", "why").expect(204);
        write(three, "{\"customer\": \"Huber\", \"total\": \"10\"}", "why").expect(204);

        assertThat(found("variable.customer=Meier")).containsExactly(two, one);
        assertThat(found("variable.customer=Meier&variable.total=10.0")).containsExactly(one);
        assertThat(found("variable.total=10.5")).containsExactly(two);
        assertThat(found("variable.total=10")).containsExactly(three, one);
        assertThat(found("variable.customer=Meier&variable.total=11")).isEmpty();
        assertThat(found("variable.customer=meier")).isEmpty();
        assertThat(found("variable.nothing=")).isEmpty();
        assertThat(found("variable.customer=Meier&status=Cancelled")).isEmpty();
        assertThat(found("variable.customer=Meier&variable.customer=Huber")).isEmpty();
        owner.get(instances("variable.a=%00")).expect(422);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            many.append("&variable.v").append(i).append("=1");
        }
        assertThat(owner.get(instances(many.substring(1))).expect(422).code()).isEqualTo("too-many-variables");
    }

    @Test
    void aSearchGoesOnBehindTheLastInstanceFound() {
        for (int i = 0; i < 5; i++) {
            write(start("5"), "{\"customer\": \"" + (i == 2 ? "Huber" : "Meier") + "\"}", "why")
                    .expect(204);
        }
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.get(instances("variable.customer=Meier&limit=3" + cursor))
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    private String instances(String query) {
        return "/api/teams/" + workshop.teamId() + "/process-instances?" + query;
    }

    private List<Long> found(String query) {
        List<Long> ids = new ArrayList<>();
        owner.get(instances(query))
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    private Browser.Answer write(long instance, String values, String reason) {
        return owner.put(
                "/api/process-instances/" + instance + "/variables",
                "{\"values\": " + values + ", \"reason\": \"" + reason + "\"}");
    }

    private JsonNode history(long instance, String name, String query) {
        return owner.get("/api/process-instances/" + instance + "/variables/" + name + "/history" + query)
                .expect(200)
                .json();
    }

    private JsonNode view(long instance) {
        return owner.get("/api/process-instances/" + instance).expect(200).json();
    }

    private long element(long instance, String bpmnId) {
        for (JsonNode element : view(instance).path("elements")) {
            if (element.path("bpmnId").asString().equals(bpmnId)) {
                return element.path("id").asLong();
            }
        }
        throw new AssertionError("expected a visit of " + bpmnId);
    }

    private Browser.Answer create(String amount) {
        return owner.post(
                "/api/instance/create",
                "{\"processModelId\": " + model + ", \"inputs\": {\"amount\": " + amount + "}}");
    }

    private long start(String amount) {
        return create("\"" + amount + "\"")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }
}
