package io.processflow.server.runtime;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What an instance is called: a template on the start of its version, with the values that its variables have. */
@ServerTest
class InstanceTitleTest {

    private static final String TEMPLATE = "Order {number}, {customer}";

    @LocalServerPort
    private int port;

    private Workshop workshop;
    private Browser owner;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port);
        owner = workshop.owner();
    }

    @Test
    void anInstanceIsCalledAfterWhatItWasStartedWith() {
        JsonNode started = start(TEMPLATE, "Meier");

        JsonNode task = started.path("tasks").path(0);
        assertThat(title(task)).isEqualTo("Order 4711, Meier");
        assertThat(title(owner.get("/api/tasks/" + task.path("id").asLong())
                        .expect(200)
                        .json()))
                .isEqualTo("Order 4711, Meier");
        assertThat(title(inWorklist())).isEqualTo("Order 4711, Meier");
        assertThat(page(instance(started)).asString()).isEqualTo("Order 4711, Meier");
        assertThat(inList().asString()).isEqualTo("Order 4711, Meier");
    }

    @Test
    void anAnswerThatWritesItsVariableRenamesIt() {
        JsonNode started = start(TEMPLATE, "Meier");
        long task = started.path("tasks").path(0).path("id").asLong();

        JsonNode done = complete(task, "{\"customer\": \"Huber\"}");

        assertThat(title(done.path("tasks").path(0))).isEqualTo("Order 4711, Huber");
        assertThat(title(inWorklist())).isEqualTo("Order 4711, Huber");
        assertThat(page(instance(started)).asString()).isEqualTo("Order 4711, Huber");
        assertThat(complete(task, "{\"customer\": \"Huber\"}"))
                .as("the same answer again")
                .isEqualTo(done);
    }

    @Test
    void whoWatchesOverItRenamesItByWritingItsVariable() {
        long instance = instance(start(TEMPLATE, "Meier"));

        write(instance, "{\"number\": 12.50}");

        assertThat(page(instance).asString()).isEqualTo("Order 12.50, Meier");
        assertThat(title(inWorklist())).isEqualTo("Order 12.50, Meier");
    }

    @Test
    void aCommandThatWritesNothingLeavesTheTitleAlone() {
        long instance = instance(start(TEMPLATE, "Meier"));

        owner.post("/api/process-instances/" + instance + "/hold", null).expect(204);
        assertThat(page(instance).asString()).isEqualTo("Order 4711, Meier");

        owner.post("/api/process-instances/" + instance + "/resume", null).expect(204);
        assertThat(page(instance).asString()).isEqualTo("Order 4711, Meier");
    }

    @Test
    void aNameThatNobodyWroteStaysAsItIsWrittenUntilSomebodyDoes() {
        long instance = instance(start("{customer}: {city}", "{number}"));
        assertThat(page(instance).asString()).isEqualTo("{number}: {city}");

        write(instance, "{\"city\": \"Graz\"}");

        assertThat(page(instance).asString()).isEqualTo("{number}: Graz");
    }

    @Test
    void withoutATemplateThereIsNoTitle() {
        JsonNode started = start("", "Meier");

        assertThat(started.path("tasks").path(0).path("processInstanceTitle").isNull())
                .isTrue();
        assertThat(inWorklist().path("processInstanceTitle").isNull()).isTrue();
        assertThat(page(instance(started)).isNull()).isTrue();
        assertThat(inList().isNull()).isTrue();
    }

    @Test
    void aTitleOfWhichNothingIsLeftIsNone() {
        long instance = instance(start("{customer}", "Meier"));

        write(instance, "{\"customer\": \" \"}");
        assertThat(page(instance).isNull()).isTrue();

        write(instance, "{\"customer\": \"Huber\"}");
        assertThat(page(instance).asString()).isEqualTo("Huber");
    }

    @Test
    void aLongTitleIsShortenedBetweenTwoCharacters() {
        String owls = "🦉".repeat(300);
        JsonNode started = start("To {customer}", owls);

        String shortened = "To " + owls.substring(0, 2 * 252);
        assertThat(page(instance(started)).asString()).isEqualTo(shortened);
        assertThat(title(started.path("tasks").path(0))).isEqualTo(shortened);
        assertThat(shortened.codePointCount(0, shortened.length())).isEqualTo(255);
    }

    /** Two steps for the owner, of which the first asks for the customer. */
    private JsonNode start(String template, String customer) {
        String begin = """
                {"instanceTitle": "%s", "outputs": {"inputVariableNames-0": "number", "inputVariableNames-1": "customer"}}""".formatted(template);
        String ask = """
                {"activityType": "Text input", "outputs": {"userInputVariableName": "customer"}}""";
        long model = workshop.imported(Diagrams.process(
                ownersRole(),
                node("startEvent", "Start", begin)
                        + node("userTask", "Ask", ask)
                        + node("userTask", "Pack")
                        + node("endEvent", "End")
                        + flow("Start", "Ask", "Pack", "End")));
        workshop.publish(model, "{\"force\": true}").expect(201);
        return owner.post("/api/instance/create", """
                        {"processModelId": %d, "inputs": {"number": 4711, "customer": "%s"}}""".formatted(model, customer))
                .expect(200)
                .json();
    }

    private long ownersRole() {
        JsonNode roles = owner.get("/api/teams/" + workshop.teamId() + "/roles")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> role.path("owner").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private static long instance(JsonNode started) {
        return started.path("processInstanceId").asLong();
    }

    private static String title(JsonNode task) {
        return task.path("processInstanceTitle").asString();
    }

    private JsonNode complete(long task, String data) {
        return owner.post("/api/tasks/" + task + "/complete", "{\"data\": " + data + "}")
                .expect(200)
                .json();
    }

    private void write(long instance, String values) {
        owner.put(
                        "/api/process-instances/" + instance + "/variables",
                        "{\"values\": " + values + ", \"reason\": \"why\"}")
                .expect(204);
    }

    private JsonNode page(long instance) {
        return owner.get("/api/process-instances/" + instance)
                .expect(200)
                .json()
                .path("title");
    }

    private JsonNode inList() {
        return ofTeam("process-instances").path("title");
    }

    private JsonNode inWorklist() {
        return ofTeam("tasks");
    }

    private JsonNode ofTeam(String what) {
        JsonNode items = owner.get("/api/teams/" + workshop.teamId() + "/" + what)
                .expect(200)
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }
}
