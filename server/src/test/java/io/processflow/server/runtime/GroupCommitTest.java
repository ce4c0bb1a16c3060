package io.processflow.server.runtime;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import io.processflow.server.FreshDatabase;
import io.processflow.server.Proxy;
import io.processflow.server.ServerTest;
import io.processflow.server.TestDatabase;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands that share transactions, on connections of the test's own, so that they can be counted and cut. */
@ServerTest
class GroupCommitTest {

    private static final int CUTS = 20;

    @LocalServerPort
    private int port;

    @Autowired
    private TeamScope scope;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private GroupParts parts;

    @Autowired
    private PlatformTransactionManager transactions;

    private Workshop workshop;
    private UUID person;
    private long model;
    private WatchedInstances watched;
    private Proxy proxy;

    @BeforeEach
    void publish() {
        workshop = Workshop.open(port, "Clerk");
        person = workshop.owner().userId();
        model = workshop.imported(Diagrams.process(
                workshop.role("Clerk"),
                node("startEvent", "Start")
                        + node("userTask", "Work")
                        + node("endEvent", "End")
                        + flow("Start", "Work", "End")));
        workshop.publish(model, "{\"force\": true}").expect(201);
        watched = new WatchedInstances(scope, jdbc, parts);
        proxy = watched.proxy();
    }

    @AfterEach
    void close() throws IOException {
        watched.close();
    }

    private Instances instances(int connections) {
        return watched.instances(connections);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void commandsThatComeWhileGroupsAreUnderWayShareTheNextOne(int connections) throws Exception {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 40);
        long groups = instances.groups().groups();
        long grouped = instances.groups().grouped();
        List<Outcome> outcomes = together(instances, connections, completions(started));

        assertThat(outcomes)
                .hasSize(40)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Applied.class));
        assertThat(instances.groups().groups() - groups).isBetween(2L, 2L * connections);
        assertThat(instances.groups().grouped() - grouped).isEqualTo(40 + busyMaking(connections));
        assertThat(instances.groups().queue().free())
                .as("no connection was lost")
                .isEqualTo(connections);
        assertThat(statuses(started)).containsOnly("Completed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void afterManyCallersEveryConnectionIsFreeAgain(int connections) throws Exception {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 20);
        long before = instances.groups().grouped();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                long instance = started.get(i % started.size());
                int value = i;
                callers.add(threads.submit(() -> instances.submit(writing(instance, Value.Number.of(value)))));
            }
            for (Future<?> caller : callers) {
                caller.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(instances.groups().queue().free()).isEqualTo(connections);
        assertThat(instances.groups().groups()).isLessThan(400);
        assertThat(instances.groups().grouped() - before).isGreaterThanOrEqualTo(1);
        assertThat(jdbcCount("select sum(last_event_number - 1) from process_instance where id = any(?)", started))
                .as("commands applied besides the starts")
                .isEqualTo(400);
    }

    @Test
    void aLonelyCommandIsAGroupOfItsOwnInOneRoundTrip() {
        Instances instances = instances(1);
        List<Long> started = started(instances, 12);
        List<Integer> trips = new ArrayList<>();
        long groups = instances.groups().groups();
        for (InstanceCommand completion : completions(started)) {
            int before = proxy.roundTrips();
            instances.submit(completion);
            trips.add(proxy.roundTrips() - before);
        }
        assertThat(instances.groups().groups() - groups).isEqualTo(12);
        // A pool may ask after a pause whether a connection is alive.
        assertThat(trips).allMatch(count -> count >= 1).contains(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoIsRefusedOrFailsLeavesTheGroupAndTheOthersAreWritten(int connections) {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 5);
        RuntimeException broken = new IllegalStateException("broken");
        long groups = instances.groups().groups();
        List<Outcome> outcomes = instances.outcomes(List.of(
                writing(started.get(0), Value.text("a")),
                InstanceCommand.on(started.get(1), at -> new Command.Resume(Actor.INSTALLATION, at)),
                InstanceCommand.on(started.get(2), at -> {
                    throw broken;
                }),
                InstanceCommand.on(started.get(3), at -> {
                    throw Rejection.forbidden("not-you", "Not you.");
                }),
                writing(started.get(4), Value.text("b"))));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Applied.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.Failed(broken));
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Applied.class);
        assertThat(instances.groups().groups() - groups).isOne();
        assertThat(commands(started)).containsExactly(2, 1, 1, 1, 2);
    }

    @Test
    void anErrorInOneDecisionStopsNobodyElse() throws Exception {
        Instances instances = instances(1);
        List<Long> started = started(instances, 3);
        InstanceCommand endless = InstanceCommand.on(started.get(1), at -> {
            throw new StackOverflowError();
        });
        List<InstanceCommand> commands =
                List.of(writing(started.get(0), Value.text("a")), endless, writing(started.get(2), Value.text("b")));
        assertThatThrownBy(() -> together(instances, 1, commands)).hasRootCauseInstanceOf(StackOverflowError.class);

        assertThat(commands(started)).containsExactly(2, 1, 2);
        instances.submit(writing(started.get(1), Value.text("c")));
        assertThat(instances.groups().queue().free()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCommandThatTheDatabaseRefusesIsAloneInFailing(int connections) {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 3);
        List<Outcome> outcomes = instances.outcomes(List.of(
                writing(started.get(0), Value.text("a")),
                writing(started.get(1), Value.text("\0")),
                writing(started.get(2), Value.text("b"))));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Applied.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Applied.class);
        assertThat(commands(started)).containsExactly(2, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void commandsOfOneCallerForOneInstanceAreAppliedInTheirOrder(int connections) {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 1);
        List<InstanceCommand> commands = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> writing(started.getFirst(), Value.Number.of(i)))
                .toList();

        List<Integer> numbers = instances.outcomes(commands).stream()
                .map(outcome -> outcome.orThrow().state().lastCommand())
                .toList();

        assertThat(numbers).containsExactly(2, 3, 4, 5, 6);
        assertThat(jdbcCount(
                        "select sum(value::text::int) from data_object_instance where is_part_of = any(?)", started))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInstanceThatAnotherTransactionHoldsDelaysNobodyElseForLong(int connections) throws Exception {
        Instances instances = instances(connections);
        List<Long> started = started(instances, 2);
        try (Connection other = DriverManager.getConnection(TestDatabase.url(), "postgres", "unused");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            lock(other, started.get(0));
            Future<AppliedStep> held = threads.submit(() -> instances.submit(writing(started.get(0), Value.text("a"))));
            Eventually.assertThat(this::waitingForALock).isEqualTo(true);

            instances.submit(writing(started.get(1), Value.text("b")));

            assertThat(held.isDone()).isFalse();
            other.rollback();
            assertThat(held.get(1, TimeUnit.MINUTES).state().lastCommand()).isEqualTo(2);
        }
        assertThat(commands(started)).containsExactly(2, 2);
    }

    @Test
    void ofManyCommandsForAnInstanceThatAnotherTransactionHoldsOneWaitsForIt() throws Exception {
        Instances instances = instances(2);
        List<Long> started = started(instances, 1);
        List<InstanceCommand> commands = IntStream.range(0, 60)
                .mapToObj(i -> writing(started.getFirst(), Value.Number.of(i)))
                .toList();
        try (Connection other = DriverManager.getConnection(TestDatabase.url(), "postgres", "unused");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            lock(other, started.getFirst());
            List<Future<AppliedStep>> callers = commands.stream()
                    .map(command -> threads.submit(() -> instances.submit(command)))
                    .toList();
            Eventually.assertThat(instances.groups().queue()::size).isEqualTo(59);
            Eventually.assertThat(this::locksWaitedFor).isEqualTo(1);
            other.rollback();
            for (Future<AppliedStep> caller : callers) {
                caller.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(commands(started)).containsExactly(61);
        assertThat(instances.groups().queue().free()).isEqualTo(2);
    }

    @Test
    void besideAGroupThatHangsTheOtherConnectionServesFewCommandsToo() throws Exception {
        Instances instances = instances(2);
        List<Long> started = started(instances, 3);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch leading = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppliedStep> hangs = threads.submit(() -> instances.submit(waiting(started.get(0), leading, goOn)));
            await(leading);
            try {
                for (int i = 1; i <= 2; i++) {
                    long instance = started.get(i);
                    Future<AppliedStep> other =
                            threads.submit(() -> instances.submit(writing(instance, Value.text("a"))));
                    assertThat(other.get(5, TimeUnit.SECONDS).state().lastCommand())
                            .isEqualTo(2);
                }
                assertThat(hangs.isDone()).isFalse();
            } finally {
                goOn.countDown();
            }
            hangs.get(1, TimeUnit.MINUTES);
        }
        assertThat(instances.groups().queue().free()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void whenTheAnswerToACommitIsLostNothingIsAppliedTwice(Proxy.Cut where) {
        Instances instances = instances(1);
        List<Long> started = started(instances, CUTS);
        int failed = 0;
        for (InstanceCommand completion : completions(started)) {
            proxy.cutNext(where);
            failed += instances.outcome(completion) instanceof Outcome.Failed ? 1 : 0;
        }
        assertThat(proxy.cuts()).isEqualTo(CUTS);
        assertThat(failed).as("a lost answer is no success").isEqualTo(CUTS);
        assertThat(commands(started)).containsOnly(where == Proxy.Cut.AFTER_COMMIT ? 2 : 1);

        if (where == Proxy.Cut.BEFORE_COMMIT) {
            completions(started).forEach(instances::submit);
        }
        assertThat(statuses(started)).containsOnly("Completed");
        assertThat(commands(started)).containsOnly(2);
        System.out.printf("Lost answers: %s, %d cuts, %d reported as failed%n", where, proxy.cuts(), failed);
    }

    @Test
    void idsOfTwoServersNeverCollide() throws Exception {
        JdbcTemplate own = new JdbcTemplate(FreshDatabase.migrated().dataSource());
        String sequence = "process_instance_id_seq";
        List<IdBlock> blocks = List.of(new IdBlock(own, sequence, 100), new IdBlock(own, sequence, 100));
        Set<Long> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> takers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> IntStream.range(0, 500)
                            .mapToObj(n -> blocks.get(i % 2).next())
                            .toList()))
                    .toList();
            for (Future<List<Long>> taker : takers) {
                ids.addAll(taker.get(1, TimeUnit.MINUTES));
            }
        }
        assertThat(ids).hasSize(4000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsInterruptedStillHearsWhatCameOfIt(boolean beforeTheCall) throws Exception {
        Instances instances = instances(1);
        List<Long> started = started(instances, 2);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch leading = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppliedStep> leader = beforeTheCall
                    ? CompletableFuture.completedFuture(null)
                    : threads.submit(() -> instances.submit(waiting(started.get(0), leading, goOn)));
            if (!beforeTheCall) {
                leading.await();
            }
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                if (beforeTheCall) {
                    Thread.currentThread().interrupt();
                }
                instances.submit(writing(started.get(1), Value.text("a")));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            if (!beforeTheCall) {
                caller.interrupt();
                goOn.countDown();
            }
            leader.get(1, TimeUnit.MINUTES);
            assertThat(stillInterrupted.get(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(commands(started.subList(1, 2))).containsExactly(2);
    }

    @Test
    void whoCallsWithinATransactionHasTheCommandInThatVeryTransaction() {
        Instances instances = instances(1);
        List<Long> started = started(instances, 1);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        String key = UUID.randomUUID().toString();
        for (boolean rollBack : List.of(true, false)) {
            transaction.executeWithoutResult(status -> {
                jdbc.update(
                        "insert into idempotency (caller, key, request_hash, status) values ('test', ?, '', 200)", key);
                instances.submit(writing(started.getFirst(), Value.text("a")));
                if (rollBack) {
                    status.setRollbackOnly();
                }
            });
            assertThat(jdbc.queryForObject("select count(*) from idempotency where key = ?", Integer.class, key))
                    .isEqualTo(rollBack ? 0 : 1);
            assertThat(commands(started)).containsExactly(rollBack ? 1 : 2);
        }
    }

    @Test
    void aRequestWithAnIdempotencyKeyWritesItsAnswerAndItsStepInOneTransaction() {
        String key = UUID.randomUUID().toString();
        long instance = workshop.owner()
                .send(
                        "POST",
                        "/api/instance/create",
                        "{\"processModelId\": " + model + "}",
                        Map.of("Idempotency-Key", key))
                .expect(200)
                .json()
                .path("processInstanceId")
                .asLong();
        String step = asWorker("select xmin::text from process_instance_event where is_part_of = " + instance);

        assertThat(jdbc.queryForObject("select xmin::text from idempotency where key = ?", String.class, key))
                .isEqualTo(step);
    }

    private List<Long> started(Instances instances, int count) {
        List<InstanceCommand> starts = IntStream.range(0, count)
                .<InstanceCommand>mapToObj(
                        i -> new InstanceCommand.Start(model, new Actor.Person(person), Map.of(), start -> {}))
                .toList();
        return instances.outcomes(starts).stream()
                .map(outcome -> outcome.orThrow().instanceId())
                .toList();
    }

    private List<InstanceCommand> completions(List<Long> started) {
        return started.stream()
                .map(instance -> InstanceCommand.on(
                        instance, at -> new Command.Complete(new Actor.Person(person), at, 2, Map.of())))
                .toList();
    }

    private static InstanceCommand writing(long instance, Value value) {
        return InstanceCommand.on(
                instance, at -> new Command.SetVariables(Actor.INSTALLATION, at, Map.of("x", value), "test"));
    }

    /** Holds its group until it may go on. */
    private static InstanceCommand waiting(long instance, CountDownLatch leading, CountDownLatch goOn) {
        return InstanceCommand.on(instance, at -> {
            leading.countDown();
            await(goOn);
            return new Command.SetVariables(Actor.INSTALLATION, at, Map.of(), "test");
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("expected to go on within a minute");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** One caller for each command; all of them come while every connection is busy with a group. */
    private List<Outcome> together(Instances instances, int connections, List<InstanceCommand> commands)
            throws Exception {
        List<Long> busy = new ArrayList<>(started(instances(1), busyMaking(connections)));
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                CountDownLatch leading = new CountDownLatch(1);
                List<InstanceCommand> group = new ArrayList<>(List.of(waiting(busy.removeLast(), leading, goOn)));
                while (i > 0 && group.size() < GroupQueue.ENOUGH) {
                    group.add(writing(busy.removeLast(), Value.text("busy")));
                }
                threads.submit(() -> instances.outcomes(group));
                await(leading);
            }
            List<Future<Outcome>> callers = commands.stream()
                    .map(command -> threads.submit(() -> instances.outcome(command)))
                    .toList();
            Eventually.assertThat(instances.groups().queue()::size).isEqualTo(commands.size());
            goOn.countDown();
            List<Outcome> outcomes = new ArrayList<>();
            Exception failed = null;
            for (Future<Outcome> caller : callers) {
                try {
                    outcomes.add(caller.get(1, TimeUnit.MINUTES));
                } catch (ExecutionException one) {
                    failed = one;
                }
            }
            if (failed != null) {
                throw failed;
            }
            return outcomes;
        }
    }

    /** The commands it takes to make every connection busy: one for the first, and enough for each beside it. */
    private static int busyMaking(int connections) {
        return 1 + (connections - 1) * GroupQueue.ENOUGH;
    }

    private List<Integer> commands(List<Long> instances) {
        return scope.asWorker(() -> jdbc.queryForList("""
                select (select count(*) from process_instance_event e where e.is_part_of = i.id) from process_instance i
                 where i.id = any(?) order by i.id""", Integer.class, (Object) instances.toArray(Long[]::new)));
    }

    private List<String> statuses(List<Long> instances) {
        return scope.asWorker(() ->
                jdbc.queryForList("select status::text from process_instance where id = any(?)", String.class, (Object)
                        instances.toArray(Long[]::new)));
    }

    private Integer jdbcCount(String sql, List<Long> instances) {
        return scope.asWorker(() -> jdbc.queryForObject(sql, Integer.class, (Object) instances.toArray(Long[]::new)));
    }

    private String asWorker(String sql) {
        return scope.asWorker(() -> jdbc.queryForObject(sql, String.class));
    }

    private static void lock(Connection connection, long instance) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select id from process_instance where id = " + instance + " for update");
        }
    }

    private boolean waitingForALock() {
        return locksWaitedFor() > 0;
    }

    private int locksWaitedFor() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class));
    }
}
