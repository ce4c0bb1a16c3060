package io.processflow.server.task;

import static io.processflow.server.runtime.Diagrams.flow;
import static io.processflow.server.runtime.Diagrams.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import io.processflow.server.Browser;
import io.processflow.server.SecondNode;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.runtime.Crew;
import io.processflow.server.runtime.Diagrams;
import io.processflow.server.runtime.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many people at once, over two servers on one database. */
@ServerTest
class RacesTest {

    private static final int PEOPLE = 50;
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST = Duration.ofSeconds(200);
    /** Ten times the 500 ms that others may wait at the p99. */
    private static final Duration OTHERS_WAIT = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Starts starts;

    @Autowired
    private Invariants invariants;

    private Workshop workshop;
    private final List<Long> made = new ArrayList<>();

    @BeforeEach
    void open() {
        workshop = Workshop.open(port, "Clerk");
    }

    @Test
    void ofHundredsOfCompletionsOfOneTaskOneWins() throws Exception {
        oneWins(600);
    }

    @Test
    @Tag("nightly")
    void ofTenThousandCompletionsOfOneTaskOneWins() throws Exception {
        oneWins(10_000);
    }

    @Test
    void aJoinFiresOnceHoweverItsBranchesRace() throws Exception {
        joinsFireOnce(60);
    }

    @Test
    @Tag("nightly")
    void aJoinFiresOnceInAThousandRaces() throws Exception {
        joinsFireOnce(1_000);
    }

    @Test
    void ofTheSameTasksCompletedFromBothServersEachIsCompletedOnce() throws Exception {
        long model = published(oneStepAfterAnother());
        List<Caller> people = people(2);
        List<Starts.Started> started = IntStream.range(0, 60)
                .mapToObj(i -> start(people.getFirst(), model))
                .toList();
        List<Callable<String>> calls = new ArrayList<>();
        for (Starts.Started one : started) {
            for (int i = 0; i < 2; i++) {
                Tasks node = server(i);
                Caller person = people.get(i);
                calls.add(() -> completed(node, person, one.tasks().getFirst().id(), person.username()));
            }
        }
        Map<String, Integer> answers = count(together(calls));

        assertThat(answers).isEqualTo(Map.of("done", 60, "already-completed", 60));
        invariants.requireFor(made);
        System.out.printf("Two servers: %d instances, answers %s%n", started.size(), answers);
    }

    /** R7, over HTTP. */
    private void oneWins(int attempts) throws Exception {
        long model = published(oneStepAfterAnother());
        // Who starts it does not race: whoever starts and works alone is not paid yet.
        List<Caller> people = people(PEOPLE + 1);
        Starts.Started started = start(people.getLast(), model);
        long task = started.tasks().getFirst().id();
        List<Browser> browsers = browsers(people.subList(0, PEOPLE));
        long deadlocks = deadlocks();
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            String person = people.get(i % PEOPLE).username();
            Browser browser = browsers.get(i % browsers.size());
            calls.add(() -> person + ": " + posted(browser, task, person));
        }
        long from = System.nanoTime();
        List<String> answers;
        List<Duration> meanwhile;
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<List<Duration>> others = other.submit(() -> elsewhere(over));
            try {
                answers = together(calls);
            } finally {
                over.set(true);
            }
            meanwhile = others.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - from);

        List<String> winners =
                answers.stream().filter(answer -> answer.endsWith(": done")).toList();
        assertThat(winners).as("the winner, and the winner's repeats").isNotEmpty();
        assertThat(winners.stream().distinct()).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.endsWith(": done") || answer.endsWith(": already-completed"));
        assertThat(answers).hasSize(attempts);
        assertThat(rows("reward w join flow_element_instance v on v.id = w.flow_element_instance_id", started))
                .isOne();
        assertThat(rows("flow_element_instance v", started))
                .as("start, the step, its successor")
                .isEqualTo(3);
        assertThat(deadlocks()).isEqualTo(deadlocks);
        Duration p99 = meanwhile.stream().sorted().toList().get(meanwhile.size() * 99 / 100);
        assertThat(p99).as("another team goes on").isLessThan(OTHERS_WAIT);
        assertThat(took).isLessThan(LONGEST);
        invariants.requireFor(made);
        System.out.printf(
                "One task: %d completions, %d by the winner, %d refused, %d of another team meanwhile (p99 %d ms), in %d ms%n",
                attempts, winners.size(), attempts - winners.size(), meanwhile.size(), p99.toMillis(), took.toMillis());
    }

    /** How long each completion took in another team, one instance after the other until the race is over. */
    private List<Duration> elsewhere(AtomicBoolean over) {
        Workshop other = Workshop.open(port, "Clerk");
        long model = other.imported(Diagrams.process(other.role("Clerk"), oneStepAfterAnother()));
        other.publish(model, "{\"force\": true}").expect(201);
        Caller person = Crew.member(other.teamId(), other.role("Clerk"), "other");
        Crew.db()
                .sql("update process_model set startable_by = array[?::bigint] where id = ?")
                .params(other.role("Clerk"), model)
                .update();
        List<Duration> took = new ArrayList<>();
        do {
            Starts.Started started = starts.start(person, model, Map.of());
            long task = started.tasks().getFirst().id();
            long from = System.nanoTime();
            assertThat(completed(tasks, person, task, "elsewhere")).isEqualTo("done");
            took.add(Duration.ofNanos(System.nanoTime() - from));
        } while (!over.get());
        return took;
    }

    /** R8. */
    private void joinsFireOnce(int trials) throws Exception {
        List<Caller> people = people(2);
        Map<Integer, Long> models = new HashMap<>();
        Map<Integer, Integer> played = new TreeMap<>();
        int[] widths = trials < 100
                ? new int[] {2, 3, 8, 16}
                : IntStream.rangeClosed(2, 16).toArray();
        int completions = 0;
        for (int trial = 0; trial < trials; trial++) {
            int branches = widths[trial % widths.length];
            long model = models.computeIfAbsent(branches, width -> published(joined(width)));
            Starts.Started started = start(people.getFirst(), model);
            assertThat(started.tasks()).hasSize(branches);
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < branches; i++) {
                long task = started.tasks().get(i).id();
                Caller person = people.get(i % people.size());
                Tasks node = server(i);
                calls.add(() -> completed(node, person, task, null));
            }
            Collections.rotate(calls, trial);
            assertThat(count(together(calls))).isEqualTo(Map.of("done", branches));
            requireOneWay(started, branches);
            completions += branches;
            played.merge(branches, 1, Integer::sum);
        }
        invariants.requireFor(made);
        assertThat(played.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(trials);
        System.out.printf("Joins: %d trials %s, %d completions, 0 refused%n", trials, played, completions);
    }

    /** Start, splits, steps and joins, each once, and the end. */
    private static void requireOneWay(Starts.Started started, int branches) {
        assertThat(rows("flow_element_instance v", started)).isEqualTo(2 + branches + 2L * (branches - 1));
        assertThat(rows(
                        "flow_element_instance v join flow_element e on e.id = v.instance_of and v.status = 'Completed'"
                                + " and e.type = 'andJoinNode'",
                        started))
                .isEqualTo(branches - 1);
    }

    private Tasks server(int number) {
        return number % 2 == 0 ? tasks : SecondNode.bean(Tasks.class);
    }

    private static String completed(Tasks node, Caller person, long task, @Nullable String answer) {
        try {
            node.complete(person, task, answer == null ? Map.of() : Map.of("answer", Value.text(answer)));
            return "done";
        } catch (Rejection refused) {
            return refused.code();
        }
    }

    /** Everybody at the first server, then everybody at the second one. */
    private List<Browser> browsers(List<Caller> people) {
        return IntStream.of(port, SecondNode.port())
                .boxed()
                .flatMap(node -> people.stream().map(person -> Crew.browser(person, node)))
                .toList();
    }

    private static String posted(Browser browser, long task, String text) {
        Browser.Answer answer = browser.copy()
                .post("/api/tasks/" + task + "/complete", "{\"data\": {\"answer\": \"%s\"}}".formatted(text));
        return switch (answer.status()) {
            case 200 -> "done";
            case 409 -> answer.code();
            default -> answer.status() + " " + answer.body();
        };
    }

    /** All at one moment, no more than some hundred of them at once. */
    private static List<String> together(List<Callable<String>> calls) throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        CountDownLatch go = new CountDownLatch(1);
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures = calls.stream()
                    .map(call -> threads.submit(() -> {
                        go.await();
                        places.acquire();
                        try {
                            return call.call();
                        } finally {
                            places.release();
                        }
                    }))
                    .toList();
            go.countDown();
            for (Future<String> future : futures) {
                answers.add(future.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            }
        }
        return answers;
    }

    private static Map<String, Integer> count(List<String> answers) {
        Map<String, Integer> counts = new HashMap<>();
        answers.forEach(answer -> counts.merge(answer, 1, Integer::sum));
        return counts;
    }

    private Starts.Started start(Caller person, long model) {
        Starts.Started started = starts.start(person, model, Map.of());
        made.add(started.processInstanceId());
        return started;
    }

    private List<Caller> people(int count) {
        long role = workshop.role("Clerk");
        return IntStream.range(0, count)
                .mapToObj(i -> Crew.member(workshop.teamId(), role, "clerk" + i))
                .toList();
    }

    private long published(String content) {
        long model = workshop.imported(Diagrams.process(workshop.role("Clerk"), content));
        workshop.publish(model, "{\"force\": true}").expect(201);
        Crew.db()
                .sql("update process_model set startable_by = array[?::bigint] where id = ?")
                .params(workshop.role("Clerk"), model)
                .update();
        return model;
    }

    private static String oneStepAfterAnother() {
        String paid = """
                {"activityType": "Text input", "infoText": "", "outputs": {"userInputVariableName": "answer"},
                 "gamificationType": "Points", "gamificationOptions": {"pointType": "Experience",
                 "pointsApplicationMethod": "incrementBy", "pointsForSuccess": 20}}""";
        return node("startEvent", "Start")
                + node("userTask", "Work", paid)
                + node("userTask", "Next")
                + node("endEvent", "End")
                + flow("Start", "Work", "Next", "End");
    }

    /** Splits of two into splits of two, until there are so many steps, and joins of two back to one. */
    private static String joined(int branches) {
        StringBuilder drawing = new StringBuilder(node("startEvent", "Start") + node("endEvent", "End"));
        String[] ends = between(1, branches, drawing);
        return drawing + flow("Start", ends[0]) + flow(ends[1], "End");
    }

    /** @return where the part begins and where it ends */
    private static String[] between(int first, int last, StringBuilder drawing) {
        if (first == last) {
            drawing.append(node("userTask", "Step" + first));
            return new String[] {"Step" + first, "Step" + first};
        }
        String part = first + "To" + last;
        int middle = (first + last) / 2;
        String[] one = between(first, middle, drawing);
        String[] two = between(middle + 1, last, drawing);
        drawing.append(node("parallelGateway", "Split" + part)).append(node("parallelGateway", "Join" + part));
        drawing.append(flow("Split" + part, one[0])).append(flow("Split" + part, two[0]));
        drawing.append(flow(one[1], "Join" + part)).append(flow(two[1], "Join" + part));
        return new String[] {"Split" + part, "Join" + part};
    }

    private static long rows(String from, Starts.Started started) {
        return Crew.db()
                .sql("select count(*) from " + from + " where v.is_part_of = ?")
                .params(started.processInstanceId())
                .query(Long.class)
                .single();
    }

    private static long deadlocks() {
        return Crew.db()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
