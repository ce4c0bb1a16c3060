package io.processflow.server.task;

import static io.processflow.server.runtime.Diagrams.data;
import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.runtime.Crew;
import io.processflow.server.runtime.Diagrams;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Drafts that are tried out, over HTTP. */
@ServerTest
class SimulationTest {

    private static final String BOOKS = "{\"productList\": \"books, pens\"}";

    @LocalServerPort
    private int port;

    private Workshop workshop;
    private long warehouse;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Warehouse");
        warehouse = workshop.role("Warehouse");
    }

    @Test
    void aStartTellsWhatIsOpenAndHowTheTokenCameThere() {
        JsonNode ran = simulate(order(), BOOKS, "");

        assertThat(ran.path("status").asString()).isEqualTo("Running");
        assertThat(ran.path("draftRevision").asLong()).isEqualTo(1);
        assertThat(ran.at("/variables/productList").asString()).isEqualTo("books, pens");
        assertThat(ran.at("/turns/0/written/productList").asString()).isEqualTo("books, pens");
        JsonNode happenings = ran.at("/turns/0/happenings");
        assertThat(kinds(happenings)).containsExactly("passed Start", "opened Check");
        assertThat(texts(happenings.path(1).path("path"))).containsExactly("Start_Check");
        JsonNode check = onlyOpen(ran);
        assertThat(check.path("bpmnId").asString()).isEqualTo("Check");
        assertThat(check.path("status").asString()).isEqualTo("Todo");
        assertThat(check.path("description").asString()).isEqualTo("Is books, pens there?");
        assertThat(check.at("/role/name").asString()).isEqualTo("Warehouse");
        assertThat(check.at("/form/kind").asString()).isEqualTo("multiple");
        assertThat(texts(check.at("/form/choices"))).containsExactly("books", "pens");
        assertThat(texts(check.path("outputs"))).containsExactly("available");
        assertThat(check.at("/reward/amount").asInt()).isEqualTo(20);
    }

    @Test
    void aGatewayDecidesByTheValuesThatWereAnswered() {
        long model = order();

        JsonNode all = simulate(model, BOOKS, answer(2, "{\"available\": [\"pens\", \"books\"]}"));
        assertThat(onlyOpen(all).path("bpmnId").asString()).isEqualTo("Ship");
        JsonNode some = simulate(model, BOOKS, answer(2, "{\"available\": [\"pens\"]}"));
        assertThat(some.path("status").asString()).isEqualTo("Completed");
        assertThat(some.path("open")).isEmpty();
        assertThat(kinds(some.at("/turns/1/happenings")))
                .containsExactly("completed Check", "rewarded Check", "passed Enough", "passed Cancelled", "ended");
        assertThat(texts(some.at("/turns/1/happenings/3/path"))).containsExactly("Enough_No");
        assertThat(some.at("/turns/1/happenings/1/gain/amount").asInt()).isEqualTo(20);
        assertThat(some.at("/turns/1/written/available/0").asString()).isEqualTo("pens");
    }

    @Test
    void oneAnswerLessIsTheStepBack() {
        long model = order();
        JsonNode before = simulate(model, BOOKS, "");
        simulate(model, BOOKS, answer(2, "{\"available\": []}"));

        assertThat(simulate(model, BOOKS, "")).isEqualTo(before);
    }

    @Test
    void aServersStepWaitsForWhatThePersonSaysInsteadAndMayWriteAnything() {
        long model = automatic();
        JsonNode ran = simulate(model, "{}", "");
        assertThat(onlyOpen(ran).path("status").asString()).isEqualTo("In Progress");
        assertThat(onlyOpen(ran).path("form").isNull()).isTrue();

        JsonNode done = simulate(model, "{}", answer(2, "{\"price\": 12.50}"));
        assertThat(done.path("status").asString()).isEqualTo("Completed");
        assertThat(done.at("/variables/price").decimalValue()).isEqualByComparingTo("12.5");
    }

    @Test
    void aServersErrorIsAnIncidentInWordsThatCanBeTriedAgain() {
        long model = automatic();
        String failing = "{\"number\": 2, \"action\": \"fail\", \"errorMessage\": \"The shop is closed\"}";

        JsonNode failed = simulate(model, "{}", failing);
        assertThat(failed.path("status").asString()).isEqualTo("Error");
        assertThat(onlyOpen(failed).path("incident").asString()).isEqualTo("The shop is closed");
        assertThat(onlyOpen(failed).path("canRetry").asBoolean()).isTrue();
        JsonNode again = simulate(model, "{}", failing + ", {\"number\": 2, \"action\": \"retry\"}");
        assertThat(again.path("status").asString()).isEqualTo("Running");
        assertThat(onlyOpen(again).path("number").asInt()).isEqualTo(3);
    }

    @Test
    void aGatewayThatCanNotCompareIsAnIncidentThatTellsWhy() {
        long model = workshop.imported(Diagrams.waiting(warehouse));

        JsonNode ran = simulate(model, "{\"amount\": \"many\"}", "");

        assertThat(ran.path("status").asString()).isEqualTo("Error");
        JsonNode incident = open(ran, "Decide");
        assertThat(incident.path("incident").asString()).contains("many");
        JsonNode mended = simulate(
                model,
                "{\"amount\": \"many\"}",
                "{\"number\": %d, \"action\": \"retry\", \"data\": {\"amount\": 5}}"
                        .formatted(incident.path("number").asInt()));
        assertThat(mended.path("status").asString()).isEqualTo("Running");
        assertThat(kinds(mended.at("/turns/1/happenings")))
                .containsExactly("retried Decide", "passed Decide", "passed More");
    }

    @Test
    void aJoinWaitsForBothAndTellsBothWays() {
        long model = workshop.imported(Diagrams.process(
                warehouse,
                node("startEvent", "Start")
                        + node("parallelGateway", "Split")
                        + node("userTask", "Left")
                        + node("userTask", "Right")
                        + node("parallelGateway", "Join")
                        + node("endEvent", "End")
                        + flow("Start", "Split", "Left", "Join", "End")
                        + flow("Split", "Right", "Join")));

        JsonNode one = simulate(model, "{}", answer(3, "{}"));
        assertThat(open(one, "Join").path("status").asString()).isEqualTo("Created");
        assertThat(kinds(one.at("/turns/1/happenings"))).containsExactly("completed Left", "waiting Join");
        JsonNode both = simulate(model, "{}", answer(3, "{}") + ", " + answer(4, "{}"));
        assertThat(kinds(both.at("/turns/2/happenings")))
                .containsExactly("completed Right", "joined Join", "passed End", "ended");
        assertThat(texts(both.at("/turns/2/happenings/1/path"))).containsExactly("Right_Join");
    }

    @Test
    void aChallengeIsWithinOrBeyondItsTimeByTheClockOfTheSimulation() {
        long model = workshop.imported(challenge());

        JsonNode within = simulate(model, "{}", later(3, 60));
        assertThat(challengeEnd(within)).isEqualTo("within");
        assertThat(within.at("/turns/1/seconds").asInt()).isEqualTo(60);
        assertThat(kinds(within.at("/turns/1/happenings"))).contains("rewarded Sprint");
        JsonNode beyond = simulate(model, "{}", later(3, 61));
        assertThat(challengeEnd(beyond)).isEqualTo("beyond");
        assertThat(kinds(beyond.at("/turns/1/happenings"))).doesNotContain("rewarded Sprint");
    }

    @Test
    void aDrawingThatCanNotBePublishedYetRunsAsFarAsItGoes() {
        long model = workshop.imported(Diagrams.process(
                warehouse, node("startEvent", "Start") + node("userTask", "Work") + flow("Start", "Work")));
        workshop.save(
                        model,
                        1,
                        Diagrams.process(
                                -1, node("startEvent", "Start") + node("userTask", "Work") + flow("Start", "Work")))
                .expect(200);
        workshop.publish(model, "{\"force\": true}").expect(422);

        JsonNode ran = simulate(model, "{}", "");

        assertThat(ran.path("draftRevision").asLong()).isEqualTo(2);
        assertThat(onlyOpen(ran).path("bpmnId").asString()).isEqualTo("Work");
        assertThat(onlyOpen(ran).path("role").isNull()).isTrue();
    }

    @Test
    void aDrawingWithoutAStartCanNotRun() {
        long model = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/process-models", "{\"name\": \"Empty\"}")
                .expect(201)
                .json()
                .path("id")
                .asLong();
        String none = Diagrams.process(warehouse, "");
        long revision = workshop.owner()
                .get("/api/process-models/" + model)
                .json()
                .path("draftRevision")
                .asLong();
        workshop.save(model, revision, none).expect(200);

        assertThat(asked(model, "{}", "").expect(422).code()).isEqualTo("no-start");
    }

    @Test
    void inputsAreRefusedWithAPointer() {
        long model = order();

        Answer missing = asked(model, "{}", "").expect(422);
        assertThat(missing.code()).isEqualTo("missing-inputs");
        assertThat(missing.json().at("/errors/0/pointer").asString()).isEqualTo("/inputs/productList");
        Answer unknown = asked(model, "{\"productList\": 1, \"a/b\": 2}", "").expect(422);
        assertThat(unknown.code()).isEqualTo("unknown-inputs");
        assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/inputs/a~1b");
        assertThat(asked(model, "{\"productList\": 1e400}", "").expect(422).code())
                .isEqualTo("number-out-of-range");
    }

    @Test
    void answersAreRefusedAsThoseToTasksAreWithAPointer() {
        long model = order();
        String good = answer(2, "{\"available\": [\"books\", \"pens\"]}");

        assertThat(refusedAt(model, answer(2, "{\"available\": [\"cars\"]}"))).isEqualTo("/answers/0/data/available");
        assertThat(refusedAt(model, answer(2, "{\"other\": 1}"))).isEqualTo("/answers/0/data/other");
        assertThat(refusedAt(model, good + ", " + answer(2, "{}"))).isEqualTo("/answers/1");
        assertThat(refusedAt(model, "{\"data\": {}}")).isEqualTo("/answers/0/number");
        assertThat(refusedAt(model, "{\"number\": 2, \"action\": \"fail\"}")).isEqualTo("/answers/0/errorMessage");
        assertThat(refusedAt(model, later(2, -1))).isEqualTo("/answers/0/secondsLater");
        assertThat(refusedAt(model, "{\"number\": 2, \"action\": \"retry\"}")).isEqualTo("/answers/0");
        asked(model, BOOKS, "{\"number\": 2, \"action\": \"dance\"}").expect(400);
        asked(model, BOOKS, "{\"number\": 2, \"by\": \"me\"}").expect(400);
        assertThat(asked(model, BOOKS, Stream.generate(() -> good).limit(201).collect(Collectors.joining(",")))
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/answers");
    }

    @Test
    void nothingIsStored() {
        long model = order();
        long called = automatic();
        Map<String, Long> before = rows();

        simulate(model, BOOKS, answer(2, "{\"available\": [\"books\", \"pens\"]}"));
        simulate(called, "{}", answer(2, "{}"));

        assertThat(rows()).isEqualTo(before).containsKeys("process_instance", "flow_element_instance", "activity_call");
    }

    /** How many rows of the team each table has. */
    private Map<String, Long> rows() {
        return Crew.db().sql("""
                        select table_name from information_schema.columns join information_schema.tables
                         using (table_schema, table_name)
                         where table_schema = 'public' and column_name = 'team_id' and table_type = 'BASE TABLE'""").query(String.class).stream()
                .collect(Collectors.toMap(Function.identity(), this::rowsIn));
    }

    private long rowsIn(String table) {
        return Crew.db()
                .sql("select count(*) from \"" + table + "\" where team_id = ?")
                .param(workshop.teamId())
                .query(Long.class)
                .single();
    }

    /** Start with an input, a check, and a gateway that compares what is there with what was ordered. */
    private long order() {
        return workshop.imported(Diagrams.process(
                warehouse,
                node("startEvent", "Start", "{\"outputs\": {\"inputVariableNames-0\": \"productList\"}}")
                        + node("userTask", "Check", """
                                {"activityType": "Multiple Choice", "choices": "{productList}",
                                 "description": "Is {productList} there?", "outputs": {"userInputVariableName": "available"},
                                 "gamificationType": "Points", "gamificationOptions": {"pointType": "Experience",
                                 "pointsApplicationMethod": "incrementBy", "pointsForSuccess": "20"}}""")
                        + """
                          <bpmn:exclusiveGateway id="Enough" name="Enough" default="Enough_No">
                            <bpmn:extensionElements>%s</bpmn:extensionElements>
                          </bpmn:exclusiveGateway>
                          <bpmn:sequenceFlow id="Enough_Yes" sourceRef="Enough" targetRef="Ship"/>
                          <bpmn:sequenceFlow id="Enough_No" sourceRef="Enough" targetRef="Cancelled"/>""".formatted(data(
                                "{\"value1\": \"{available}\", \"comparison\": \"==\", \"value2\": \"{productList}\"}"))
                        + node("userTask", "Ship")
                        + node("endEvent", "Done")
                        + node("endEvent", "Cancelled")
                        + flow("Start", "Check", "Enough")
                        + flow("Ship", "Done")));
    }

    private long automatic() {
        return workshop.imported(Diagrams.process(
                warehouse,
                node("startEvent", "Start")
                        + node(
                                "serviceTask",
                                "Price",
                                "{\"executionMode\": \"Automatic\", \"executionUrl\": \"http://127.0.0.1:1/price\"}")
                        + node("endEvent", "End")
                        + flow("Start", "Price", "End")));
    }

    private String challenge() {
        return Diagrams.process(
                warehouse,
                node("startEvent", "Start")
                        + "<bpmn:userTask id=\"Work\" name=\"Work\"><bpmn:categoryValueRef>Value</bpmn:categoryValueRef>"
                        + "</bpmn:userTask>"
                        + node("endEvent", "End")
                        + flow("Start", "Work", "End")
                        + "<bpmn:group id=\"Sprint\" categoryValueRef=\"Value\"><bpmn:extensionElements>"
                        + data("{\"task\": \"Sprint\", \"secondsToComplete\": 60, \"gamificationType\": \"Points\","
                                + " \"gamificationOptions\": {\"pointType\": \"Coins\", \"pointsApplicationMethod\":"
                                + " \"incrementBy\", \"pointsForSuccess\": 5}}")
                        + "</bpmn:extensionElements></bpmn:group>");
    }

    private JsonNode simulate(long model, String inputs, String answers) {
        return asked(model, inputs, answers).expect(200).json();
    }

    private Answer asked(long model, String inputs, String answers) {
        return workshop.owner()
                .post(
                        "/api/process-models/" + model + "/simulate",
                        "{\"inputs\": " + inputs + ", \"answers\": [" + answers + "]}");
    }

    private String refusedAt(long model, String answers) {
        Answer refused = asked(model, BOOKS, answers);
        assertThat(refused.status()).as(refused.body()).isIn(409, 422);
        return refused.json().at("/errors/0/pointer").asString();
    }

    private static String answer(int number, String data) {
        return "{\"number\": " + number + ", \"data\": " + data + "}";
    }

    private static String later(int number, int seconds) {
        return "{\"number\": " + number + ", \"secondsLater\": " + seconds + "}";
    }

    private static JsonNode onlyOpen(JsonNode ran) {
        assertThat(ran.path("open")).hasSize(1);
        return ran.at("/open/0");
    }

    private static JsonNode open(JsonNode ran, String bpmnId) {
        return ran.path("open")
                .valueStream()
                .filter(step -> step.path("bpmnId").asString().equals(bpmnId))
                .findFirst()
                .orElseThrow();
    }

    private static String challengeEnd(JsonNode ran) {
        return ran.at("/turns/1/happenings")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("challengeEnded"))
                .findFirst()
                .orElseThrow()
                .path("message")
                .asString();
    }

    private static List<String> kinds(JsonNode happenings) {
        return happenings
                .valueStream()
                .map(one ->
                        (one.path("kind").asString() + " " + one.path("bpmnId").asString("")).strip())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
