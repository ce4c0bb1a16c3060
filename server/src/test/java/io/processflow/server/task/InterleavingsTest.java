package io.processflow.server.task;

import static io.processflow.server.runtime.Diagrams.data;
import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static io.processflow.server.task.InterleavingsTest.Act.CANCEL;
import static io.processflow.server.task.InterleavingsTest.Act.CLAIM;
import static io.processflow.server.task.InterleavingsTest.Act.COMPLETE;
import static io.processflow.server.task.InterleavingsTest.Act.DELETE_TEAM;
import static io.processflow.server.task.InterleavingsTest.Act.FAIL;
import static io.processflow.server.task.InterleavingsTest.Act.HOLD;
import static io.processflow.server.task.InterleavingsTest.Act.REMOVE_MEMBER;
import static io.processflow.server.task.InterleavingsTest.Act.REPLACE_ROLE;
import static io.processflow.server.task.InterleavingsTest.Act.RETRY;
import static io.processflow.server.task.InterleavingsTest.Act.SET_VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import io.processflow.server.Browser;
import io.processflow.server.ServerTest;
import io.processflow.server.activity.ActivityStub;
import io.processflow.server.model.Publishing;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.runtime.Crew;
import io.processflow.server.runtime.Diagrams;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.InstanceControl;
import io.processflow.server.runtime.Instances;
import io.processflow.server.runtime.Invariants;
import io.processflow.server.team.Members;
import io.processflow.server.team.Roles;
import io.processflow.server.team.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Every two things that can be done to one instance, one after the other and one within the other (R24). */
@ServerTest
class InterleavingsTest {

    enum Act {
        COMPLETE,
        FAIL,
        CANCEL,
        HOLD,
        RETRY,
        SET_VARIABLES,
        CLAIM,
        REPLACE_ROLE,
        REMOVE_MEMBER,
        PUBLISH,
        DELETE_TEAM
    }

    private static final String DONE = "done";

    private static final Set<Act> SPOILS_ITS_PLACE = EnumSet.of(REPLACE_ROLE, DELETE_TEAM);

    /** What the second is answered when the first was done; everything else is done, too. */
    private static final Map<Act, Map<Act, String>> REFUSED = Map.of(
            COMPLETE, Map.of(COMPLETE, "already-completed", CLAIM, "already-completed"),
            FAIL, Map.of(FAIL, "not-open"),
            DELETE_TEAM, everyPerson("not-found"),
            CANCEL,
                    Map.of(
                            COMPLETE, "not-open",
                            CLAIM, "not-open",
                            FAIL, "instance-ended",
                            CANCEL, "instance-ended",
                            HOLD, "instance-ended",
                            RETRY, "instance-ended",
                            SET_VARIABLES, "instance-ended"),
            HOLD, Map.of(COMPLETE, "on-hold", HOLD, "on-hold"),
            RETRY, Map.of(RETRY, "not-failed"),
            CLAIM, Map.of(COMPLETE, "claimed", CLAIM, "claimed"),
            REPLACE_ROLE, Map.of(REPLACE_ROLE, "not-found"),
            REMOVE_MEMBER, Map.of(COMPLETE, "not-found", CLAIM, "not-found", REMOVE_MEMBER, "not-found"));

    /** Who began before the other had ended may be taken as the first of the two: these do not wait for each other. */
    private static final Map<Act, Set<Act>> MAY_OVERTAKE = Map.of(
            REMOVE_MEMBER, Set.of(COMPLETE),
            DELETE_TEAM, EnumSet.allOf(Act.class));

    /** A server's report is taken from whoever asked it, also when its team is being deleted. */
    private static Map<Act, String> everyPerson(String answer) {
        Map<Act, String> answers = new EnumMap<>(Act.class);
        EnumSet.complementOf(EnumSet.of(FAIL)).forEach(act -> answers.put(act, answer));
        return answers;
    }

    /** What may be done in a team, and to an instance of it. */
    private record Place(Workshop workshop, Caller owner, long model) {}

    private record Scene(Place place, long instance, long work, long decide, int call, Caller first, Caller second) {}

    @LocalServerPort
    private int port;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Instances instances;

    @Autowired
    private InstanceControl control;

    @Autowired
    private Roles roles;

    @Autowired
    private Members members;

    @Autowired
    private Teams teams;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Invariants invariants;

    @Autowired
    private PlatformTransactionManager transactions;

    private ActivityStub stub;
    private Place shared;
    private final List<Long> made = new ArrayList<>();

    @BeforeEach
    void open() {
        stub = new ActivityStub(port);
        shared = place();
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void oneAfterTheOther() {
        Map<Act, Integer> refused = new EnumMap<>(Act.class);
        SoftAssertions softly = new SoftAssertions();
        int pairs = 0;
        for (Act first : Act.values()) {
            for (Act second : Act.values()) {
                Scene scene = scene(first, second);
                softly.assertThat(answer(scene, first, scene.first()))
                        .as("%s of nothing else", first)
                        .isEqualTo(DONE);
                String answer = answer(scene, second, scene.second());
                softly.assertThat(answer).as("%s after %s", second, first).isEqualTo(expected(first, second));
                refused.merge(first, answer.equals(DONE) ? 0 : 1, Integer::sum);
                pairs++;
            }
        }
        softly.assertAll();
        requireAll();
        System.out.printf("Pairs one after the other: %d, second refused %s%n", pairs, refused);
    }

    @Test
    void theSecondBeginsBeforeTheFirstHasEnded() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        long deadlocks = deadlocks();
        int waited = 0;
        int pairs = 0;
        for (Act first : Act.values()) {
            for (Act second : Act.values()) {
                Scene scene = scene(first, second);
                Interleaved answers = interleaved(scene, first, second);
                String pair = second + " within " + first;
                softly.assertThat(answers.first()).as("first of %s", pair).isEqualTo(DONE);
                if (MAY_OVERTAKE.getOrDefault(first, Set.of()).contains(second)) {
                    softly.assertThat(answers.second()).as(pair).isIn(DONE, expected(first, second));
                } else {
                    softly.assertThat(answers.second()).as(pair).isEqualTo(expected(first, second));
                }
                waited += answers.waited() ? 1 : 0;
                pairs++;
            }
        }
        softly.assertAll();
        requireAll();
        assertThat(deadlocks()).isEqualTo(deadlocks);
        assertThat(waited).as("some have to wait").isGreaterThan(pairs / 4);
        System.out.printf("Pairs within each other: %d, %d waited for the first%n", pairs, waited);
    }

    private static String expected(Act first, Act second) {
        return REFUSED.getOrDefault(first, Map.of()).getOrDefault(second, DONE);
    }

    private record Interleaved(String first, String second, boolean waited) {}

    /** The first keeps its transaction open until the second has ended or waits for a lock. */
    private Interleaved interleaved(Scene scene, Act first, Act second) throws Exception {
        CountDownLatch firstDone = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> new TransactionTemplate(transactions).execute(status -> {
                String answer = answer(scene, first, scene.first());
                firstDone.countDown();
                await(goOn);
                return answer;
            }));
            await(firstDone);
            Future<String> two = threads.submit(() -> answer(scene, second, scene.second()));
            boolean waits = waitsOrEnds(two);
            goOn.countDown();
            return new Interleaved(one.get(1, TimeUnit.MINUTES), two.get(1, TimeUnit.MINUTES), waits);
        }
    }

    private static boolean waitsOrEnds(Future<String> second) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!second.isDone()) {
            boolean waits = Crew.db()
                    .sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single();
            if (waits) {
                return true;
            }
            assertThat(System.nanoTime()).as("neither ended nor waits").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return false;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private String answer(Scene scene, Act act, Caller worker) {
        try {
            perform(scene, act, worker);
            return DONE;
        } catch (Rejection refused) {
            return refused.code();
        }
    }

    private void perform(Scene scene, Act act, Caller worker) {
        Place place = scene.place();
        Caller owner = place.owner();
        long team = place.workshop().teamId();
        switch (act) {
            case COMPLETE -> tasks.complete(worker, scene.work(), Map.of());
            case FAIL ->
                instances.submit(InstanceCommand.on(
                        scene.instance(),
                        at -> new Command.Fail(Actor.ACTIVITY_SERVER, at, scene.call(), "Paper jam")));
            case CANCEL -> control.cancel(owner, scene.instance(), "test");
            case HOLD -> control.hold(owner, scene.instance(), "test");
            case RETRY -> control.retry(owner, scene.decide(), Map.of());
            case SET_VARIABLES ->
                control.setVariables(owner, scene.instance(), Map.of("amount", Value.text("lots")), "test");
            case CLAIM -> tasks.claim(worker, scene.work());
            case REPLACE_ROLE ->
                roles.delete(
                        owner,
                        team,
                        place.workshop().role("Clerk"),
                        place.workshop().role("Agent"));
            case REMOVE_MEMBER -> members.remove(owner, team, scene.second().userId());
            case DELETE_TEAM -> teams.archive(owner, team, "Workshop");
            case PUBLISH -> publishing.publish(owner, place.model(), () -> new Publishing.Order(null, null, true));
        }
    }

    private Scene scene(Act first, Act second) {
        boolean leavesNothing = SPOILS_ITS_PLACE.contains(first) || SPOILS_ITS_PLACE.contains(second);
        Place place = leavesNothing ? place() : shared;
        long instance = place.workshop()
                .owner()
                .post("/api/instance/create", """
                        {"processModelId": %d, "inputs": {"amount": "many"}}""".formatted(place.model()))
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
        made.add(instance);
        long team = place.workshop().teamId();
        long clerk = place.workshop().role("Clerk");
        return new Scene(
                place,
                instance,
                visit(instance, "Work", "id"),
                visit(instance, "Decide", "id"),
                (int) visit(instance, "Call", "number"),
                Crew.member(team, clerk, "milan"),
                Crew.member(team, clerk, "ana"));
    }

    private static long visit(long instance, String bpmnId, String column) {
        return Crew.db()
                .sql("select v." + column + " from flow_element_instance v"
                        + " join flow_element e on e.id = v.instance_of where v.is_part_of = ? and e.bpmn_id = ?")
                .params(instance, bpmnId)
                .query(Long.class)
                .single();
    }

    /** A team with two roles, and a process that waits for a person and for a server, and has an incident. */
    private Place place() {
        Workshop workshop = shared == null
                ? Workshop.open(port)
                : Workshop.another(shared.workshop().owner());
        Browser browser = workshop.owner();
        long clerk = workshop.role("Clerk");
        workshop.role("Agent");
        long definition = browser.post(
                        "/api/teams/" + workshop.teamId() + "/node-definitions", """
                        {"definition": {"name": "Label printer", "shortDescription": "Prints", "icon": "Printer",
                         "executionMode": "Automatic", "executionUrl": "%s", "markdownDocumentation": "",
                         "optionsDefinition": {"title": "Options", "structure": []}}, "visibility": "Team"}""".formatted(stub.url()))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        long model = workshop.imported(Diagrams.process(clerk, drawing(definition)));
        workshop.publish(model, "{\"force\": true}").expect(201);
        JsonNode me = browser.me();
        Caller owner = new Caller(
                UUID.fromString(me.path("id").asString()),
                UUID.randomUUID(),
                me.path("email").asString(),
                me.path("username").asString(),
                true,
                Instant.now());
        return new Place(workshop, owner, model);
    }

    private static String drawing(long definition) {
        String paid = """
                {"gamificationType": "Points", "gamificationOptions": {"pointType": "Experience",
                 "pointsApplicationMethod": "incrementBy", "pointsForSuccess": 20}}""";
        return node("startEvent", "Start", "{\"outputs\": {\"inputVariableNames-0\": \"amount\"}}")
                + node("parallelGateway", "Split")
                + node("parallelGateway", "Both")
                + node("userTask", "Work", paid)
                + node("serviceTask", "Call", "{\"nodeDefinitionId\": " + definition + "}")
                + """
                  <bpmn:exclusiveGateway id="Decide" name="Decide" default="Decide_Less">
                    <bpmn:extensionElements>%s</bpmn:extensionElements>
                  </bpmn:exclusiveGateway>
                  <bpmn:sequenceFlow id="Decide_More" sourceRef="Decide" targetRef="More"/>
                  <bpmn:sequenceFlow id="Decide_Less" sourceRef="Decide" targetRef="Less"/>""".formatted(data("{\"value1\": \"{amount}\", \"comparison\": \">\", \"value2\": 1}"))
                + node("endEvent", "End")
                + node("endEvent", "More")
                + node("endEvent", "Less")
                + node("endEvent", "Called")
                + flow("Start", "Split", "Work", "End")
                + flow("Split", "Both", "Decide")
                + flow("Both", "Call", "Called");
    }

    private void requireAll() {
        invariants.requireFor(made);
        assertThat(Crew.db()
                        .sql("""
                        select v.id from flow_element_instance v
                         where v.is_part_of = any(?) and v.status = 'Todo' and v.claimed_by is not null
                           and not exists (select from profile_team m
                                            where m.team_id = v.team_id and m.profile_id = v.claimed_by)""")
                        .params((Object) made.toArray(Long[]::new))
                        .query(Long.class)
                        .list())
                .as("tasks claimed by who is no member")
                .isEmpty();
        assertThat(Crew.db()
                        .sql("""
                        select v.id from flow_element_instance v join role r on r.id = v.assigned_role_id
                         where v.is_part_of = any(?) and v.status = 'Todo' and r.replaced_by is not null""")
                        .params((Object) made.toArray(Long[]::new))
                        .query(Long.class)
                        .list())
                .as("tasks of a role that was replaced")
                .isEmpty();
    }

    private static long deadlocks() {
        return Crew.db()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
