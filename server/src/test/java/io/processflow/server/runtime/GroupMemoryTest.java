package io.processflow.server.runtime;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.server.Proxy;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.task.Tasks;
import io.processflow.server.team.TeamPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a server remembers saves round trips, and is never believed. */
@ServerTest
class GroupMemoryTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private GroupParts parts;

    @Autowired
    private Tasks tasks;

    private WatchedInstances watched;
    private Instances instances;
    private Proxy proxy;
    private Workshop workshop;
    private long role;
    private long model;
    private Caller clerk;

    @BeforeEach
    void publish() {
        workshop = Workshop.open(port, "Clerk");
        role = workshop.role("Clerk");
        clerk = Crew.member(workshop.teamId(), role, "clerk");
        model = workshop.imported(drawing("Work"));
        workshop.publish(model, "{\"force\": true}").expect(201);
        watched = new WatchedInstances(scope, jdbc, parts);
        proxy = watched.proxy();
        instances = watched.instances(1);
    }

    private String drawing(String step) {
        return Diagrams.process(
                role,
                node("startEvent", "Start")
                        + node("userTask", step)
                        + node("endEvent", "End")
                        + flow("Start", step, "End"));
    }

    @AfterEach
    void close() throws IOException {
        watched.close();
    }

    /** As the worklist asks for it: whose role it is, and who has not given it to somebody else. */
    private InstanceCommand completion(long step) {
        return new InstanceCommand.OnStep(step, clerk.userId(), (open, at) -> {
            if (open.rights() == null
                    || !open.rights().member().may(TeamPage.TASKS)
                    || !open.rights().member().roleIds().contains(open.visit().roleId())) {
                throw Rejection.forbidden("not-yours", "Not yours.");
            }
            if (open.visit().claimedBy() != null && !open.visit().claimedBy().equals(clerk.userId())) {
                throw Rejection.conflict("claimed", "Somebody else's.");
            }
            return new Command.Complete(
                    new Actor.Person(clerk.userId()), at, open.visit().number(), Map.of());
        });
    }

    private InstanceCommand start() {
        return new InstanceCommand.Start(model, new Actor.Person(clerk.userId()), Map.of(), starting -> {
            if (starting.rights() == null) {
                throw Rejection.forbidden("not-yours", "Not yours.");
            }
        });
    }

    private AppliedStep started() {
        return instances.submit(start());
    }

    private static long step(AppliedStep started) {
        return started.openRows().getFirst().id();
    }

    /** Until commands take one round trip: a pool may ask whether its connection is alive, and the clock is asked each second. */
    private void warmUp() {
        List<Integer> trips = new ArrayList<>();
        Eventually.assertThat(() -> {
                    long step = step(started());
                    int before = proxy.roundTrips();
                    instances.submit(completion(step));
                    trips.add(proxy.roundTrips() - before);
                    return trips.getLast();
                })
                .isEqualTo(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "a role is taken",
                        test -> test.put("/members/" + test.clerk.userId() + "/roles", "{\"roleIds\": []}")),
                change("the person is removed", test -> test.delete("/members/" + test.clerk.userId())),
                change(
                        "a role loses its pages",
                        test -> test.workshop
                                .owner()
                                .send("PATCH", test.team("/roles/" + test.role), "{\"allowedPages\": []}", Map.of())
                                .expect(200)),
                change(
                        "the team is archived",
                        test -> test.workshop
                                .owner()
                                .send("DELETE", test.team("?name=Workshop"), "", Map.of())
                                .expect(204)),
                change("somebody else claims the step", GroupMemoryTest::claim));
    }

    private static Arguments change(String what, Consumer<GroupMemoryTest> doing) {
        return Arguments.of(what, doing);
    }

    private long open;

    private void claim() {
        tasks.claim(Crew.member(workshop.teamId(), role, "colleague"), open);
    }

    private String team(String path) {
        return "/api/teams/" + workshop.teamId() + path;
    }

    private void put(String path, String body) {
        workshop.owner().send("PUT", team(path), body, Map.of()).expect(200);
    }

    private void delete(String path) {
        workshop.owner().send("DELETE", team(path), "", Map.of()).expect(204);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whoMayNotAnyMoreIsRefusedAtOnce(String what, Consumer<GroupMemoryTest> change) {
        open = step(started());
        warmUp();
        change.accept(this);

        assertThat(instances.outcome(completion(open))).as(what).isInstanceOf(Outcome.Refused.class);
        assertThat(scope.asWorker(() -> jdbc.queryForObject(
                        "select status::text from flow_element_instance where id = ?", String.class, open)))
                .isEqualTo("Todo");
    }

    @Test
    void whoGetsARoleIsHeardAtOnce() {
        long step = step(started());
        put("/members/" + clerk.userId() + "/roles", "{\"roleIds\": []}");
        assertThat(instances.outcome(completion(step))).isInstanceOf(Outcome.Refused.class);
        put("/members/" + clerk.userId() + "/roles", "{\"roleIds\": [" + role + "]}");

        assertThat(instances.outcome(completion(step))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aNewVersionIsStartedAtOnce() {
        warmUp();
        workshop.save(model, 1, drawing("Other")).expect(200);
        workshop.publish(model, "{\"force\": true}").expect(201);

        assertThat(started().version().version()).isEqualTo(2);
    }

    @Test
    void anArchivedModelStartsNoMore() {
        warmUp();
        workshop.owner()
                .send("DELETE", "/api/process-models/" + model, "", Map.of())
                .expect(204);

        assertThat(instances.outcome(start())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatAnotherHandWroteIsReadAgain() {
        warmUp();
        AppliedStep one = started();
        long step = step(one);
        // As another server would: this one's memory hears nothing of it.
        scope.asWorker(() -> jdbc.update(
                "update process_instance set updated_at = updated_at + interval '1 second' where id = ?",
                one.instanceId()));
        int before = proxy.roundTrips();
        instances.submit(completion(step));

        assertThat(proxy.roundTrips() - before)
                .as("tried, undone, read and written")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void aRefusalIsNeverRemembered() {
        warmUp();
        AppliedStep one = started();
        instances.submit(completion(step(one)));
        int before = proxy.roundTrips();

        assertThat(instances.outcome(completion(step(one)))).isInstanceOf(Outcome.Refused.class);
        assertThat(proxy.roundTrips() - before).as("looked up").isPositive();
    }

    @Test
    void noStepIsStampedBeforeTheOneThatLedToIt() {
        warmUp();
        AppliedStep one = instances.alone(start()).orThrow();
        // An answer of the database that was heard late, as in a pause of this server.
        parts.memory().keepTime(one.command().at().minusSeconds(5));
        AppliedStep next = instances.submit(completion(step(one)));

        assertThat(next.command().at()).isAfterOrEqualTo(one.command().at());
    }

    @Test
    void whenTheDatabasesClockIsSetBackItIsFollowed() {
        ServerMemory memory = new ServerMemory();
        Instant set = Instant.parse("2026-01-01T12:00:00Z");
        memory.keepTime(set.plusSeconds(3600));
        assertThat(memory.now()).isAfterOrEqualTo(set.plusSeconds(3600));
        memory.keepTime(set);

        assertThat(memory.now()).isBetween(set, set.plusSeconds(60));
    }
}
