package io.processflow.server.gamification;

import static io.processflow.server.runtime.Diagrams.data;
import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.Diagrams;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import io.processflow.server.runtime.Invariants;
import io.processflow.server.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a team of two is paid: ana starts, boris helps; the owner of the team does neither. */
@ServerTest
class RewardPolicyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Instances instances;

    @Autowired
    private Invariants states;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcClient db;

    private Workshop workshop;
    private Browser ana;
    private Browser boris;

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Clerk");
        ana = clerk("ana");
        boris = clerk("boris");
    }

    @Test
    void whoStartedIsPaidOnceSomebodyElseHasDoneAStep() {
        long instance = start(ana, published(chain("First", "Second", "Third")));

        JsonNode own = complete(ana, instance);
        assertThat(own.path("rewards").path(0).path("amount").asInt()).isEqualTo(30);
        assertThat(own.path("rewards").path(0).path("reason").asString()).contains("somebody else");
        assertThat(experience(ana)).isZero();
        assertThat(rewards(instance))
                .containsExactly(
                        "ana 30 who started the instance has done every step so far; given as soon as somebody else"
                                + " completes one");

        JsonNode helped = complete(boris, instance);
        assertThat(helped.path("rewards").path(0).path("reason").isNull()).isTrue();
        assertThat(experience(ana)).isEqualTo(30);
        assertThat(experience(boris)).isEqualTo(30);
        assertThat(rewards(instance)).containsExactlyInAnyOrder("ana 30 null", "boris 30 null");
        assertThat(ledgerIsTheSum()).isTrue();
        states.requireSameFromLogAndTables(instance);
    }

    @Test
    void whatStillWaitsAtTheEndIsWithheldAndSaysWhy() {
        long instance = start(ana, published(chain("First")));
        complete(ana, instance);

        assertThat(experience(ana)).isZero();
        assertThat(rewards(instance)).containsExactly("ana 30 who started the instance did all its steps alone");
        assertThat(ledgerIsTheSum()).isTrue();
    }

    @Test
    void aRepeatedCompletionIsAnsweredWithWhatWaits() {
        long instance = start(ana, published(chain("First", "Second")));
        long task = task(ana, instance);
        Browser.Answer first = completing(ana, task);

        assertThat(completing(ana, task).json()).isEqualTo(first.json());
        assertThat(first.json().path("rewards").path(0).path("reason").isNull()).isFalse();
    }

    @Test
    void aTeamThatDoesNotMindPaysWhoWorksAlone() {
        assertThat(team().path("selfStart").asBoolean()).isTrue();
        assertThat(set("{\"selfStart\": false}").path("selfStart").asBoolean()).isFalse();
        long instance = start(ana, published(chain("First")));
        complete(ana, instance);

        assertThat(experience(ana)).isEqualTo(30);
    }

    @Test
    void inATeamOfOneNobodyWaits() {
        Workshop alone = Workshop.open(port, "Clerk");
        Browser owner = alone.owner();
        JsonNode self = owner.get("/api/teams/" + alone.teamId() + "/members")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        owner.send(
                        "PUT",
                        "/api/teams/" + alone.teamId() + "/members/" + owner.userId() + "/roles",
                        "{\"roleIds\": [%d, %d]}"
                                .formatted(self.path("roles").path(0).path("id").asLong(), alone.role("Clerk")),
                        Map.of())
                .expect(200);
        workshop = alone;
        long instance = start(owner, published(chain("First")));
        complete(owner, instance);

        assertThat(experience(owner)).isEqualTo(30);
    }

    @Test
    void withLoopDampingEachVisitPaysLess() {
        assertThat(team().path("loopDamping").asBoolean()).isFalse();
        set("{\"loopDamping\": true, \"selfStart\": false}");
        long instance = start(ana, published(again()));
        for (int visit = 1; visit <= 3; visit++) {
            completing(boris, task(boris, instance), "{\"answer\": \"again\"}");
        }

        assertThat(rewards(instance)).containsExactly("boris 30 null", "boris 15 null", "boris 10 null");
        assertThat(experience(boris)).isEqualTo(55);
        assertThat(ledgerIsTheSum()).isTrue();
        states.requireSameFromLogAndTables(instance);
    }

    @Test
    void theBadgeExplorerIsForAFirstStepInFiveProcesses() {
        for (int model = 1; model <= 4; model++) {
            complete(boris, start(ana, published(plain())));
        }
        assertThat(badges(boris)).isEmpty();
        assertThat(statistic(boris, "cardinality(models)")).isEqualTo(4);

        JsonNode fifth = complete(boris, start(ana, published(plain())));
        assertThat(fifth.path("rewards").path(0).path("badge").asString()).isEqualTo("Explorer");
        complete(boris, start(ana, published(plain())));

        assertThat(badges(boris)).containsExactly("Explorer");
        assertThat(ledgerRows(boris)).isEqualTo(1);
        assertThat(statistic(boris, "steps")).isEqualTo(6);
        assertThat(statistic(boris, "cardinality(models)")).isZero();
    }

    @Test
    void twoCompletionsOfAPersonInOneGroupSeeEachOther() {
        long model = published(plain());
        scope.asWorker(() -> db.sql("update statistics set steps = 98 where profile_id = :person")
                .param("person", boris.userId())
                .update());
        List<InstanceCommand> group = Stream.of(start(ana, model), start(ana, model), start(ana, model))
                .map(instance -> completion(boris, task(boris, instance)))
                .toList();

        List<Outcome> outcomes = instances.outcomes(group);

        assertThat(outcomes).allMatch(Outcome.Applied.class::isInstance);
        assertThat(badges(boris)).containsExactly("Completion");
        assertThat(ledgerRows(boris)).isEqualTo(1);
        assertThat(statistic(boris, "steps")).isEqualTo(101);
    }

    @Test
    void theBadgeSpeedIsForAChallengeWithinHalfItsTime() {
        long model = published(challenge());
        complete(boris, start(ana, model));
        complete(boris, start(ana, model));

        assertThat(badges(boris)).containsExactly("Speed");
        assertThat(ledgerRows(boris)).isEqualTo(1);
    }

    private Browser clerk(String name) {
        Browser person = Browser.signedUp(port, name);
        long invitation = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/invitations", """
                        {"email": "%s", "roleId": %d}""".formatted(
                                person.me().path("email").asString(), workshop.role("Clerk")))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        person.post("/api/invitations/" + invitation + "/accept", null).expect(200);
        return person;
    }

    private long published(String drawing) {
        long model = workshop.imported(drawing);
        workshop.owner()
                .patch("/api/process-models/" + model, "{\"startableBy\": [" + workshop.role("Clerk") + "]}")
                .expect(200);
        workshop.publish(model, "{\"force\": true}").expect(201);
        return model;
    }

    private String chain(String... steps) {
        StringBuilder content = new StringBuilder(node("startEvent", "Start"));
        List<String> way = new ArrayList<>(List.of("Start"));
        for (String step : steps) {
            content.append(node("userTask", step, "{" + points() + "}"));
            way.add(step);
        }
        way.add("End");
        return Diagrams.process(
                workshop.role("Clerk"), content + node("endEvent", "End") + flow(way.toArray(String[]::new)));
    }

    private String plain() {
        return Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start")
                        + node("userTask", "Work")
                        + node("endEvent", "End")
                        + flow("Start", "Work", "End"));
    }

    private String again() {
        return Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start")
                        + node(
                                "userTask",
                                "Work",
                                "{\"activityType\": \"Text input\", \"outputs\": {\"userInputVariableName\": \"answer\"}, "
                                        + points() + "}")
                        + """
                          <bpmn:exclusiveGateway id="Decide" name="Decide" default="Decide_End">
                            <bpmn:extensionElements>%s</bpmn:extensionElements>
                          </bpmn:exclusiveGateway>
                          <bpmn:sequenceFlow id="Decide_Work" sourceRef="Decide" targetRef="Work"/>
                          <bpmn:sequenceFlow id="Decide_End" sourceRef="Decide" targetRef="End"/>""".formatted(data(
                                "{\"value1\": \"{answer}\", \"comparison\": \"==\", \"value2\": \"again\"}"))
                        + node("endEvent", "End")
                        + flow("Start", "Work", "Decide"));
    }

    private String challenge() {
        return plain().replace("<bpmn:userTask id=\"Work\" name=\"Work\"/>", """
                <bpmn:userTask id="Work" name="Work"><bpmn:categoryValueRef>Rush</bpmn:categoryValueRef></bpmn:userTask>
                <bpmn:group id="Hurry" categoryValueRef="Rush">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:group>""".formatted(
                                data("{\"secondsToComplete\": 86400}")))
                .replace("</bpmn:definitions>", """
                <bpmn:category id="Category"><bpmn:categoryValue id="Rush" value="Rush"/></bpmn:category>
                </bpmn:definitions>""");
    }

    private static String points() {
        return "\"gamificationType\": \"Points\", \"gamificationOptions\": {\"pointType\": \"Experience\","
                + " \"pointsApplicationMethod\": \"incrementBy\", \"pointsForSuccess\": 30}";
    }

    private static long start(Browser who, long model) {
        return who.post("/api/instance/create", "{\"processModelId\": " + model + "}")
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
    }

    private long task(Browser who, long instance) {
        return who.get("/api/teams/" + workshop.teamId() + "/tasks?processInstanceId=" + instance)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    private JsonNode complete(Browser who, long instance) {
        return completing(who, task(who, instance)).json();
    }

    private static Browser.Answer completing(Browser who, long task) {
        return completing(who, task, "{}");
    }

    private static Browser.Answer completing(Browser who, long task, String answers) {
        return who.post("/api/tasks/" + task + "/complete", "{\"data\": " + answers + "}")
                .expect(200);
    }

    private static InstanceCommand completion(Browser who, long task) {
        Actor person = new Actor.Person(who.userId());
        return new InstanceCommand.OnStep(
                task,
                who.userId(),
                (step, at) -> new Command.Complete(person, at, step.visit().number(), Map.of()));
    }

    private JsonNode team() {
        return workshop.owner()
                .get("/api/teams/" + workshop.teamId())
                .expect(200)
                .json();
    }

    private JsonNode set(String change) {
        return workshop.owner()
                .patch("/api/teams/" + workshop.teamId(), change)
                .expect(200)
                .json();
    }

    /** Person, amount and reason of what is shown of an instance. */
    private List<String> rewards(long instance) {
        JsonNode rewards =
                ana.get("/api/process-instances/" + instance).expect(200).json().path("rewards");
        return StreamSupport.stream(rewards.spliterator(), false)
                .map(one -> name(one.path("person").asString()) + " "
                        + one.path("amount").asInt() + " "
                        + (one.path("reason").isNull()
                                ? "null"
                                : one.path("reason").asString()))
                .toList();
    }

    private String name(String username) {
        return username.equals(ana.me().path("username").asString())
                ? "ana"
                : username.equals(boris.me().path("username").asString()) ? "boris" : username;
    }

    private JsonNode statistics(Browser who) {
        return who.get("/api/teams/" + workshop.teamId() + "/statistics/me")
                .expect(200)
                .json();
    }

    private long experience(Browser who) {
        return statistics(who).path("experience").asLong();
    }

    private List<String> badges(Browser who) {
        return StreamSupport.stream(statistics(who).path("badges").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private long statistic(Browser who, String column) {
        return scope.asWorker(() -> db.sql("select " + column + " from statistics where profile_id = :person")
                .param("person", who.userId())
                .query(Long.class)
                .single());
    }

    private long ledgerRows(Browser who) {
        return scope.asWorker(() -> db.sql("select count(*) from reward where profile_id = :person")
                .param("person", who.userId())
                .query(Long.class)
                .single());
    }

    private boolean ledgerIsTheSum() {
        return scope.asWorker(() -> db.sql("""
                        select bool_and(total.experience = (
                                 select coalesce(sum(amount_applied), 0) from reward
                                  where reward.team_id = total.team_id and reward.profile_id = total.profile_id
                                    and kind = 'Experience'))
                          from statistics total where total.team_id = :team""")
                .param("team", workshop.teamId())
                .query(Boolean.class)
                .single());
    }
}
