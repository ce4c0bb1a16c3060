package io.processflow.server.activity;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.ServerTest;
import io.processflow.server.activity.ActivityStub.Call;
import io.processflow.server.activity.ActivityStub.Reply;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.Diagrams;
import io.processflow.server.runtime.Eventually;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to activity servers and their callbacks, with a real server on the other side. */
@ServerTest
class ActivityTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ActivityWorker worker;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebhookSignature signature;

    private ActivityStub stub;
    private Workshop workshop;
    private long instance;

    @BeforeEach
    void open() {
        stub = new ActivityStub(port);
        workshop = Workshop.open(port, "Clerk");
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aCallIsSignedAndItsAnswerMovesTheToken() {
        start("{}");

        Call call = stub.next();
        byte[] secret =
                Base64.getDecoder().decode(signature.secret(workshop.teamId()).substring("whsec_".length()));
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.text();
        assertThat(call.header("webhook-signature")).isEqualTo("v1," + WebhookSignature.hmac(secret, signed));
        assertThat(call.body().path("data").path("task").asString()).isEqualTo("Call");
        assertThat(call.body().path("responsePath").asString())
                .startsWith("http://localhost:8080/api/instance/complete?token=");

        assertThat(stub.answer(call, "{\"label\": \"L-1\"}")).isEqualTo(reply(200, "accepted"));

        assertThat(view().path("status").asString()).isEqualTo("Completed");
        assertThat(view().path("variables").path("label").asString()).isEqualTo("L-1");
    }

    @Test
    void theFirstAnswerCountsAndTheSameAgainIsADuplicate() {
        start("{}");
        Call call = stub.next();

        assertThat(stub.answer(call, "{\"a\": [1, {\"b\": null}]}").status()).isEqualTo(200);
        assertThat(stub.answer(call, "{\"a\": [1, {\"b\": null}]}")).isEqualTo(reply(200, "duplicate"));
        assertThat(stub.answer(call, "{\"a\": 2}").status()).isEqualTo(409);
        assertThat(stub.report(call, "no").status()).isEqualTo(409);
        assertThat(view().path("variables").path("a").path(0).asInt()).isEqualTo(1);
    }

    @Test
    void withoutTheRightTokenThereIsNothingHere() {
        start("{}");
        Call call = stub.next();
        String path = call.body().path("responsePath").asString();
        String body = "{\"flowElementInstanceId\": \"%s\", \"data\": {}}";
        String id = call.body().path("flowElementInstanceId").asString();

        assertThat(stub.post(path.substring(0, path.length() - 2) + "AA", body.formatted(id))
                        .status())
                .isEqualTo(404);
        assertThat(stub.post(path, body.formatted("1")).status()).isEqualTo(404);
        assertThat(stub.post(path, body.formatted("no id")).status()).isEqualTo(404);
        assertThat(stub.post(path, "{nonsense").status()).isEqualTo(400);
        assertThat(stub.post(path, "[]").status()).isEqualTo(400);
        assertThat(stub.post(path, "{\"flowElementInstanceId\": \"" + id + "\", \"data\": 5}")
                        .status())
                .isEqualTo(422);
        assertThat(view().path("status").asString()).isEqualTo("Running");
    }

    @Test
    void afterACancelAnAnswerIsTooLate() {
        start("{}");
        Call call = stub.next();
        workshop.owner()
                .post("/api/process-instances/" + instance + "/cancel", null)
                .expect(204);

        assertThat(stub.answer(call, "{}").status()).isEqualTo(410);
    }

    @Test
    void aReportedErrorIsAnIncidentAndARetryIsANewVisitWithANewToken() {
        start("{}");
        Call first = stub.next();
        assertThat(stub.report(first, "no stock").status()).isEqualTo(200);
        assertThat(stub.report(first, "no stock")).isEqualTo(reply(200, "duplicate"));
        assertThat(view().path("status").asString()).isEqualTo("Error");
        assertThat(view().path("statusMessage").asString()).isEqualTo("no stock");

        workshop.owner()
                .post(
                        "/api/flow-element-instances/"
                                + first.body().path("flowElementInstanceId").asString() + "/retry",
                        null)
                .expect(204);
        Call second = stub.next();

        assertThat(second.header("webhook-id")).isNotEqualTo(first.header("webhook-id"));
        assertThat(stub.answer(first, "{}").status()).isEqualTo(410);
        assertThat(stub.answer(second, "{}").status()).isEqualTo(200);
        assertThat(view().path("status").asString()).isEqualTo("Completed");
    }

    @Test
    void aServerThatIsDownIsCalledAgainUnderTheSameId() {
        stub.answering(503);
        start("{}");
        Call first = stub.next();
        Eventually.assertThat(() -> call().path("status").asString()).isEqualTo("pending");
        dueNow();

        Call second = stub.next();

        assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        assertThat(second.body().path("responsePath")).isEqualTo(first.body().path("responsePath"));
        assertThat(stub.answer(second, "{}").status()).isEqualTo(200);
    }

    @Test
    void aRefusalOfTheServerFailsAtOnce() {
        stub.answering(400);
        start("{}");
        stub.next();

        Eventually.assertThat(() -> view().path("status").asString()).isEqualTo("Error");
        assertThat(view().path("statusMessage").asString()).isEqualTo("the activity's server answered with status 400");
    }

    @Test
    void aRedirectIsNotFollowed() {
        stub.answering(302);
        start("{}");
        stub.next();

        Eventually.assertThat(() -> view().path("status").asString()).isEqualTo("Error");
        assertThat(stub.waiting()).isZero();
    }

    @Test
    void afterTheLastTryTheStepIsAnIncident() {
        stub.answering(503, 503);
        start("{\"retries\": \"1\"}");
        stub.next();
        Eventually.assertThat(() -> call().path("status").asString()).isEqualTo("pending");
        dueNow();
        stub.next();

        Eventually.assertThat(() -> view().path("status").asString()).isEqualTo("Error");
        assertThat(view().path("statusMessage").asString()).endsWith("(2 attempts)");
    }

    @Test
    void withoutAnAnswerByTheDeadlineTheStepIsAnIncident() {
        start("{}");
        Call call = stub.next();
        Eventually.assertThat(() -> call().path("status").asString()).isEqualTo("sent");
        asWorker("update activity_call set deadline_at = now() - interval '1 second' where is_part_of = :instance");
        worker.runDue();

        assertThat(view().path("status").asString()).isEqualTo("Error");
        assertThat(view().path("statusMessage").asString()).isEqualTo("no answer came within 24 hours");
        assertThat(stub.answer(call, "{}").status()).isEqualTo(410);
    }

    @Test
    void aCallWhoseNodeDiedIsTakenOver() {
        start("{}");
        Call first = stub.next();
        Eventually.assertThat(() -> call().path("status").asString()).isEqualTo("sent");
        asWorker("""
                update activity_call set status = 'leased', leased_until = now() - interval '1 second'
                 where is_part_of = :instance""");
        worker.runDue();

        assertThat(stub.next().header("webhook-id")).isEqualTo(first.header("webhook-id"));
    }

    @Test
    void aWorkerThatWasStoppedWorksAgainWhenItIsStarted() {
        worker.stop();
        start("{}");
        assertThat(stub.waiting()).isZero();
        worker.start();

        assertThat(stub.answer(stub.next(), "{}").status()).isEqualTo(200);
    }

    @Test
    void onHoldAnAnswerIsTakenAndMovesOnAtTheResume() {
        start("{}");
        Call call = stub.next();
        workshop.owner()
                .post("/api/process-instances/" + instance + "/hold", null)
                .expect(204);

        assertThat(stub.answer(call, "{\"label\": \"L\"}").status()).isEqualTo(200);
        assertThat(view().path("status").asString()).isEqualTo("On Hold");
        workshop.owner()
                .post("/api/process-instances/" + instance + "/resume", null)
                .expect(204);

        assertThat(view().path("status").asString()).isEqualTo("Completed");
    }

    private void start(String data) {
        long definition = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/node-definitions", """
                        {"definition": {"name": "Label printer", "shortDescription": "Prints", "icon": "Printer",
                         "executionMode": "Automatic", "executionUrl": "%s", "markdownDocumentation": "",
                         "optionsDefinition": {"title": "Options", "structure": []}}, "visibility": "Team"}""".formatted(stub.url()))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        String bound = data.equals("{}")
                ? "{\"nodeDefinitionId\": " + definition + "}"
                : data.replace("{", "{\"nodeDefinitionId\": " + definition + ", ");
        String xml = Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start")
                        + node("serviceTask", "Call", bound)
                        + node("endEvent", "End")
                        + flow("Start", "Call", "End"));
        long model = workshop.imported(xml);
        workshop.publish(model, "{\"force\": true}").expect(201);
        instance = workshop.owner()
                .post("/api/instance/create", "{\"processModelId\": " + model + "}")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }

    private JsonNode view() {
        return workshop.owner()
                .get("/api/process-instances/" + instance)
                .expect(200)
                .json();
    }

    private JsonNode call() {
        return scope.asWorker(() -> jdbc.sql(
                        "select to_jsonb(c) from activity_call c where is_part_of = :instance order by id desc limit 1")
                .param("instance", instance)
                .query((row, number) -> JsonMapper.shared().readTree(row.getString(1)))
                .single());
    }

    private void dueNow() {
        asWorker("update activity_call set due_at = now() where is_part_of = :instance");
        worker.wake();
    }

    private void asWorker(String sql) {
        scope.asWorker(() -> jdbc.sql(sql).param("instance", instance).update());
    }

    private static Reply reply(int status, String word) {
        return new Reply(status, JsonMapper.shared().readTree("{\"status\": \"" + word + "\"}"));
    }
}
