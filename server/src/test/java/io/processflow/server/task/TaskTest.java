package io.processflow.server.task;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.runtime.Crew;
import io.processflow.server.runtime.Diagrams;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The worklist: two clerks and the steps that wait for them. */
@ServerTest
class TaskTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LeftBehind leftBehind;

    private Workshop workshop;
    private Browser ana;
    private Browser milan;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Clerk");
        ana = clerk("ana");
        milan = clerk("milan");
    }

    private Browser clerk(String name) {
        Browser person = Browser.signedUp(port, name);
        String email = person.me().path("email").asString();
        long invitation = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/invitations", """
                        {"email": "%s", "roleId": %d}""".formatted(email, workshop.role("Clerk")))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        person.post("/api/invitations/" + invitation + "/accept", null).expect(200);
        return person;
    }

    @Test
    void everybodyWithTheRoleIsOfferedTheStepAndOneCompletesIt() {
        start(form("Text input", "\"inputRegex\": \"[0-9]+\""));
        long task = only(ana).path("id").asLong();
        assertThat(only(milan).path("id").asLong()).isEqualTo(task);
        assertThat(only(ana).path("form").path("kind").asString()).isEqualTo("text");

        JsonNode done = complete(ana, task, "{\"answer\": \"42\"}").expect(200).json();
        assertThat(done.path("instanceStatus").asString()).isEqualTo("Completed");
        assertThat(done.path("rewards").path(0).path("amount").asInt()).isEqualTo(20);
        assertThat(worklist(milan)).isEmpty();

        Browser.Answer late = complete(milan, task, "{\"answer\": \"42\"}").expect(409);
        assertThat(late.code()).isEqualTo("already-completed");
        assertThat(late.json().path("completedBy").asString())
                .isEqualTo(ana.me().path("username").asString());
    }

    @Test
    void theSamePersonWithTheSameAnswerIsAnsweredAsTheFirstTimeAndPaidOnce() {
        start(form("Text input", "\"infoText\": \"\""));
        long task = only(ana).path("id").asLong();
        Browser.Answer first = complete(ana, task, "{\"answer\": \"x\"}").expect(200);

        assertThat(complete(ana, task, "{\"answer\": \"x\"}").expect(200).json())
                .isEqualTo(first.json());
        assertThat(complete(ana, task, "{\"answer\": \"y\"}").expect(409).code())
                .isEqualTo("already-completed");
        assertThat(experience(ana)).isEqualTo(20);
    }

    @Test
    void ofManyCompletionsAtOnceOneWins() throws Exception {
        start(form("Text input", "\"infoText\": \"\""));
        long task = only(ana).path("id").asLong();
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Browser who = (i % 2 == 0 ? ana : milan).copy();
            String answer = "{\"answer\": \"" + i + "\"}";
            tries.add(() -> complete(who, task, answer).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(tries)) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(experience(ana) + experience(milan)).isEqualTo(20);
    }

    @Test
    void aClaimedTaskIsItsHoldersAlone() {
        start(form("Single choice", "\"choices\": \"Shipped, There was a problem\""));
        long task = only(ana).path("id").asLong();
        ana.post("/api/tasks/" + task + "/claim", null).expect(200);

        assertThat(milan.post("/api/tasks/" + task + "/claim", null).expect(409).code())
                .isEqualTo("claimed");
        assertThat(complete(milan, task, "{\"answer\": \"Shipped\"}")
                        .expect(409)
                        .code())
                .isEqualTo("claimed");
        assertThat(only(milan).path("claimedBy").path("username").asString())
                .isEqualTo(ana.me().path("username").asString());

        ana.post("/api/tasks/" + task + "/release", null).expect(200);
        complete(milan, task, "{\"answer\": \"Shipped\"}").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"answer\": \"\"}",
                "{\"answer\": \"12a\"}",
                "{\"answer\": 12}",
                "{\"answer\": null}",
                "{\"answer\": \"12\", \"other\": 1}",
                "{\"answer\": [\"12\"]}",
                "{\"other\": \"12\"}"
            })
    void aTextThatDoesNotMatchItsPatternIsRefusedWhereItIs(String data) {
        start(form("Text input", "\"inputRegex\": \"[0-9]+\""));
        long task = only(ana).path("id").asLong();

        Browser.Answer refused = complete(ana, task, data).expect(422);
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .startsWith("/data/");
        assertThat(only(ana).path("id").asLong()).isEqualTo(task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\"]", "[\"a\", \"c\"]", "[]"})
    void aMultipleChoiceTakesAnyOfItsChoices(String answer) {
        start(form("Multiple Choice", "\"choices\": [\"a\", \"b\", \"c\"]"));

        complete(ana, only(ana).path("id").asLong(), "{\"answer\": " + answer + "}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"d\"]", "[\"a\", \"a\"]", "\"a\"", "[1]"})
    void aMultipleChoiceTakesNothingElse(String answer) {
        start(form("Multiple Choice", "\"choices\": [\"a\", \"b\", \"c\"]"));

        complete(ana, only(ana).path("id").asLong(), "{\"answer\": " + answer + "}")
                .expect(422);
    }

    @Test
    void onHoldNothingIsOfferedAndNothingCanBeCompleted() {
        long instance = start(form("Text input", "\"infoText\": \"\""));
        long task = only(ana).path("id").asLong();
        workshop.owner()
                .post("/api/process-instances/" + instance + "/hold", null)
                .expect(204);

        assertThat(worklist(ana)).isEmpty();
        assertThat(complete(ana, task, "{\"answer\": \"x\"}").expect(409).code())
                .isEqualTo("on-hold");
        workshop.owner()
                .post("/api/process-instances/" + instance + "/resume", null)
                .expect(204);

        complete(ana, task, "{\"answer\": \"x\"}").expect(200);
    }

    @Test
    void aRepeatedRequestWithItsKeyIsAnsweredByteForByteAndDoneOnce() {
        start(form("Text input", "\"infoText\": \"\""));
        long task = only(ana).path("id").asLong();
        Map<String, String> key = Map.of("Idempotency-Key", "k-" + task);
        String path = "/api/tasks/" + task + "/complete";

        Browser.Answer refused = ana.send("POST", path, "{\"data\": {}}", key).expect(422);
        assertThat(refused.code()).isEqualTo("invalid");
        Browser.Answer first =
                ana.send("POST", path, "{\"data\": {\"answer\": \"x\"}}", key).expect(200);
        Browser.Answer again =
                ana.send("POST", path, "{\"data\": {\"answer\": \"x\"}}", key).expect(200);
        Browser.Answer other =
                ana.send("POST", path, "{\"data\": {\"answer\": \"y\"}}", key).expect(422);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(experience(ana)).isEqualTo(20);
    }

    @Test
    void aStartRepeatedWithItsKeyStartsOnce() {
        long model = published(form("Text input", "\"infoText\": \"\""));
        Map<String, String> key = Map.of("Idempotency-Key", "start-" + model);
        String body = "{\"processModelId\": " + model + "}";

        Browser.Answer first =
                workshop.owner().send("POST", "/api/instance/create", body, key).expect(200);
        Browser.Answer again =
                workshop.owner().send("POST", "/api/instance/create", body, key).expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(worklist(ana)).hasSize(1);
    }

    @Test
    void aPersonWhoLeftIsOfferedNothingAndTheirClaimsGo() {
        start(form("Text input", "\"infoText\": \"\""));
        long task = only(ana).path("id").asLong();
        ana.post("/api/tasks/" + task + "/claim", null).expect(200);
        ana.post("/api/teams/" + workshop.teamId() + "/leave", null).expect(204);

        complete(ana, task, "{\"answer\": \"x\"}").expect(404);
        assertThat(only(milan).path("claimedBy").isNull()).isTrue();
    }

    @Test
    void aReplacedRoleTakesItsTasksAlong() {
        start(form("Text input", "\"infoText\": \"\""));
        long role = workshop.role("Clerk");
        assertThat(workshop.owner()
                        .delete("/api/teams/" + workshop.teamId() + "/roles/" + role)
                        .expect(409)
                        .code())
                .isEqualTo("role-in-use");
        long other = workshop.role("Agent");
        workshop.owner()
                .delete("/api/teams/" + workshop.teamId() + "/roles/" + role + "?replaceBy=" + other)
                .expect(204);

        assertThat(only(ana).path("role").path("name").asString()).isEqualTo("Agent");
    }

    @Test
    void aStepThatBeganWhileItsRoleWasReplacedIsFound() {
        start(form("Text input", "\"infoText\": \"\""));
        long role = workshop.role("Clerk");
        long task = only(ana).path("id").asLong();
        long other = workshop.role("Agent");
        workshop.owner()
                .delete("/api/teams/" + workshop.teamId() + "/roles/" + role + "?replaceBy=" + other)
                .expect(204);
        // As a group leaves it that was decided before the replacement and is written after it.
        Crew.db()
                .sql("update flow_element_instance set assigned_role_id = :role where id = :task")
                .param("role", role)
                .param("task", task)
                .update();
        assertThat(worklist(ana)).isEmpty();

        leftBehind.sweep();
        assertThat(only(ana).path("role").path("name").asString()).isEqualTo("Agent");
        complete(ana, task, "{\"answer\": \"x\"}").expect(200);
    }

    @Test
    void aClaimOfSomebodyWhoWasRemovedMeanwhileGoes() {
        start(form("Text input", "\"infoText\": \"\""));
        long task = only(milan).path("id").asLong();
        milan.post("/api/tasks/" + task + "/claim", null).expect(200);
        Crew.db()
                .sql("delete from profile_team where team_id = :team and profile_id = :person::uuid")
                .param("team", workshop.teamId())
                .param("person", milan.me().path("id").asString())
                .update();
        assertThat(only(ana).path("claimedBy").isNull()).isFalse();

        leftBehind.sweep();
        assertThat(only(ana).path("claimedBy").isNull()).isTrue();
        complete(ana, task, "{\"answer\": \"x\"}").expect(200);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsInEveryOrder() {
        long model = published(form("Text input", "\"infoText\": \"\""));
        for (int i = 0; i < 5; i++) {
            workshop.owner()
                    .post("/api/instance/create", "{\"processModelId\": " + model + "}")
                    .expect(200);
        }
        for (String sort : List.of("due", "created", "title")) {
            List<Long> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = ana.get("/api/teams/" + workshop.teamId() + "/tasks?limit=2&sort=" + sort + cursor)
                        .expect(200)
                        .json();
                page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
                cursor = page.path("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("nextCursor").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(5).doesNotHaveDuplicates();
        }
        ana.get("/api/teams/" + workshop.teamId() + "/tasks?limit=0").expect(400);
        ana.get("/api/teams/" + workshop.teamId() + "/tasks?cursor=nonsense").expect(400);
        ana.get("/api/teams/" + workshop.teamId() + "/tasks?sort=none").expect(400);
    }

    @Test
    void aTaskIsFoundByWhatItsWordsOrItsProcesssWordsBeginWith() {
        long model = published("Ship: 17 / crates", "Über-See 4711");
        long other = published("Pack the box", "Order");
        for (long each : List.of(model, other)) {
            workshop.owner()
                    .post("/api/instance/create", "{\"processModelId\": " + each + "}")
                    .expect(200);
        }
        List<String> all = titles("");
        assertThat(all).containsExactly("Ship: 17 / crates", "Pack the box");
        String ship = "Ship: 17 / crates";
        assertThat(titles("search=SHIP")).containsExactly(ship);
        assertThat(titles("search=box%20pa")).containsExactly("Pack the box");
        assertThat(titles("search=%C3%BCber")).containsExactly(ship);
        assertThat(titles("search=4711%20see")).containsExactly(ship);
        assertThat(titles("search=ack")).as("words begin so").isEmpty();
        assertThat(titles("search=pack%20ship")).isEmpty();
        assertThat(titles("search=%27%20%26%20%7C%20!%20%3A*%20%5C"))
                .as("no word at all")
                .hasSize(2);
        assertThat(titles("search=pack%20%27%20%5C%20%26")).containsExactly("Pack the box");
        assertThat(titles("processModelId=" + other)).containsExactly("Pack the box");
        assertThat(titles("search=pack&processModelId=" + model)).isEmpty();
        assertThat(titles("search=pack&sort=title")).containsExactly("Pack the box");
        assertThat(titles("roleId=" + workshop.role("Clerk"))).hasSize(2);
        assertThat(titles("roleId=1")).isEmpty();
    }

    @Test
    void aSearchGoesOnFromPageToPage() {
        long model = published("Pack the box", "Order");
        for (int i = 0; i < 7; i++) {
            workshop.owner()
                    .post("/api/instance/create", "{\"processModelId\": " + model + "}")
                    .expect(200);
        }
        for (String filter : List.of("search=pack", "search=order", "processModelId=" + model)) {
            for (String sort : List.of("due", "created", "title")) {
                String path = "/api/teams/" + workshop.teamId() + "/tasks?limit=3&" + filter + "&sort=" + sort;
                JsonNode first = ana.get(path).expect(200).json();
                JsonNode second = ana.get(
                                path + "&cursor=" + first.path("nextCursor").asString())
                        .expect(200)
                        .json();
                JsonNode third = ana.get(
                                path + "&cursor=" + second.path("nextCursor").asString())
                        .expect(200)
                        .json();
                List<Long> seen = new ArrayList<>();
                for (JsonNode page : List.of(first, second, third)) {
                    page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
                }
                assertThat(seen).as(path).hasSize(7).doesNotHaveDuplicates();
                assertThat(third.path("nextCursor").isNull()).isTrue();
            }
        }
    }

    @Test
    void aPersonFindsWhatTheyClaimed() {
        start(form("Text input", "\"infoText\": \"\""));
        start(form("Text input", "\"infoText\": \"\""));
        long task = worklist(ana).getFirst().path("id").asLong();
        ana.post("/api/tasks/" + task + "/claim", null).expect(200);
        String mine = "claimedBy=" + ana.me().path("id").asString();

        assertThat(titles(mine)).hasSize(1);
        assertThat(titles("claimedBy=" + milan.me().path("id").asString())).isEmpty();
    }

    private List<String> titles(String query) {
        List<String> titles = new ArrayList<>();
        ana.get("/api/teams/" + workshop.teamId() + "/tasks?" + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> titles.add(item.path("name").asString()));
        return titles;
    }

    @Test
    void parametersThatCanNotBeReadAreRefusedNotFailed() throws IOException {
        String tasks = "/api/teams/" + workshop.teamId() + "/tasks?search=";
        assertThat(ana.get(tasks + "%00").expect(422).code()).isEqualTo("text-not-storable");
        workshop.owner()
                .get("/api/teams/" + workshop.teamId() + "/process-instances?status=%00")
                .expect(422);
        // No client of the JDK sends such an address.
        try (Socket socket = new Socket("localhost", port)) {
            String request =
                    "GET " + tasks + "%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: pf_session="
                            + ana.cookie("pf_session") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed\"");
        }
    }

    private static String form(String type, String more) {
        return """
                {"activityType": "%s", %s, "outputs": {"userInputVariableName": "answer"}, "gamificationType": "Points",
                 "gamificationOptions": {"pointType": "Experience", "pointsApplicationMethod": "incrementBy",
                 "pointsForSuccess": 20}}""".formatted(type, more);
    }

    /** A process of that name whose one step has that title. */
    private long published(String title, String name) {
        long model = published(
                form("Text input", "\"infoText\": \"\""),
                drawing -> drawing.replace("\"Work\">", "\"" + title + "\">"));
        workshop.owner()
                .patch("/api/process-models/" + model, "{\"name\": \"" + name + "\"}")
                .expect(200);
        return model;
    }

    private long published(String data) {
        return published(data, UnaryOperator.identity());
    }

    private long published(String data, UnaryOperator<String> changed) {
        long model = workshop.imported(changed.apply(Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start")
                        + node("userTask", "Work", data)
                        + node("endEvent", "End")
                        + flow("Start", "Work", "End"))));
        workshop.publish(model, "{\"force\": true}").expect(201);
        return model;
    }

    private long start(String data) {
        return workshop.owner()
                .post("/api/instance/create", "{\"processModelId\": " + published(data) + "}")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }

    private List<JsonNode> worklist(Browser person) {
        List<JsonNode> items = new ArrayList<>();
        person.get("/api/teams/" + workshop.teamId() + "/tasks")
                .expect(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    private JsonNode only(Browser person) {
        List<JsonNode> items = worklist(person);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private long experience(Browser person) {
        return person.get("/api/teams/" + workshop.teamId() + "/statistics/me")
                .expect(200)
                .json()
                .path("experience")
                .asLong();
    }

    private static Browser.Answer complete(Browser person, long task, String data) {
        return person.post("/api/tasks/" + task + "/complete", "{\"data\": " + data + "}");
    }
}
