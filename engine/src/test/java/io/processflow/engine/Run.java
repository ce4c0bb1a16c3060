package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An instance in a test: gives commands and tells what stands where, by the nodes' names. After every command the log is
 * replayed and must give the same state.
 */
final class Run {

    static final UUID ANA = new UUID(0, 1);
    static final UUID MILAN = new UUID(0, 2);

    ProcessGraph graph;
    final Map<UUID, Standing> standings = new HashMap<>();
    private RewardPolicy policy = RewardPolicy.OFF;
    private final List<List<Event>> log = new ArrayList<>();
    private InstanceState state = InstanceState.notStarted();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private UUID person = ANA;

    private Run(ProcessGraph graph) {
        this.graph = graph;
    }

    static Run of(Drawing drawing) {
        return new Run(drawing.graph());
    }

    static Run started(Drawing drawing, Object... inputs) {
        return of(drawing).start(inputs);
    }

    Run under(RewardPolicy settings) {
        policy = settings;
        return this;
    }

    Run as(UUID who) {
        person = who;
        return this;
    }

    Run later(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    Run start(Object... inputs) {
        return accepted(new Command.Start(new Actor.Person(person), now, values(inputs)));
    }

    Run startByProgram() {
        return accepted(new Command.Start(new Actor.ApiKey(1), now, Map.of()));
    }

    Run complete(String node, Object... outputs) {
        return accepted(completion(node, outputs));
    }

    Command completion(String node, Object... outputs) {
        return new Command.Complete(new Actor.Person(person), now, visitOf(node), values(outputs));
    }

    Run answer(String node, Object... outputs) {
        return accepted(new Command.Complete(Actor.ACTIVITY_SERVER, now, visitOf(node), values(outputs)));
    }

    Run fail(String node, String message) {
        return accepted(new Command.Fail(Actor.ACTIVITY_SERVER, now, visitOf(node), message));
    }

    Run retry(String node, Object... variables) {
        return accepted(new Command.Retry(new Actor.Person(person), now, visitOf(node), values(variables)));
    }

    Run setVariables(Object... variables) {
        return accepted(new Command.SetVariables(new Actor.Person(person), now, values(variables), null));
    }

    Run cancel() {
        return accepted(new Command.Cancel(new Actor.Person(person), now, "no longer needed"));
    }

    Run hold() {
        return accepted(new Command.Hold(new Actor.Person(person), now, null));
    }

    Run resume() {
        return accepted(new Command.Resume(new Actor.Person(person), now));
    }

    /** Goes on in version 2, elements by their names. */
    Run migrate(Drawing target) {
        Command.Migrate migration = migration(target);
        accepted(migration);
        graph = migration.target();
        return this;
    }

    Command.Migrate migration(Drawing target) {
        ProcessGraph to = target.graph();
        return new Command.Migrate(new Actor.Person(person), now, 2, to, Migration.byElement(graph, to));
    }

    Run accepted(Command command) {
        StepResult result = Engine.step(graph, state.withStandings(standings, policy), command);
        assertThat(result).as("result of %s", command).isInstanceOf(StepResult.Accepted.class);
        StepResult.Accepted accepted = (StepResult.Accepted) result;
        log.add(accepted.events());
        state = accepted.state();
        standings.replaceAll((person, standing) -> state.standing(person));
        assertThat(InstanceState.replayed(log)).as("the log, replayed").isEqualTo(state);
        if (!state.needsLog() && !state.status().isFinal()) {
            assertThat(restored()).as("the open rows, read back").isEqualTo(state);
        }
        return this;
    }

    /** What the stored rows alone tell. */
    InstanceState restored() {
        return InstanceState.restored(
                state.starter(), state.lastVisit(), state.lastCommand(), state.variables(), state.open());
    }

    /** The code of the refusal; the state is unchanged. */
    String refusal(Command command) {
        return rejection(command).code();
    }

    StepResult.Rejected rejection(Command command) {
        InstanceState before = state.copy();
        StepResult result = Engine.step(graph, state, command);
        assertThat(result).isInstanceOf(StepResult.Rejected.class);
        assertThat(state).isEqualTo(before);
        return (StepResult.Rejected) result;
    }

    List<Event> lastEvents() {
        return log.getLast();
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return log.stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    InstanceState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    /** Where tokens stand: names of nodes, with the status of the visit, in the order they came. */
    List<String> open() {
        return state.open().stream()
                .map(visit -> graph.name(visit.node()) + " " + visit.status().label())
                .toList();
    }

    /** Names of the nodes passed or completed so far, in that order. */
    List<String> done() {
        Map<Integer, Integer> nodeOf = new LinkedHashMap<>();
        List<String> done = new ArrayList<>();
        for (List<Event> events : log) {
            for (Event event : events) {
                switch (event) {
                    case Event.VisitPassed passed -> done.add(graph.name(passed.node()));
                    case Event.VisitOpened opened -> nodeOf.put(opened.visit(), opened.node());
                    case Event.VisitCompleted completed -> done.add(graph.name(nodeOf.get(completed.visit())));
                    case Event.JoinFired fired -> done.add(graph.name(nodeOf.get(fired.visit())));
                    default -> {}
                }
            }
        }
        return done;
    }

    Value variable(String name) {
        return state.variable(name);
    }

    /** The oldest visit that stands on a node. */
    int visitOf(String node) {
        return state.open().stream()
                .filter(visit -> graph.name(visit.node()).equals(node))
                .findFirst()
                .map(Visit::number)
                .orElseThrow(() -> new AssertionError("expected a token on " + node + ", but there is " + open()));
    }

    Node node(String name) {
        return graph.nodes().stream()
                .filter(node -> graph.name(node.index()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Value> values(Object... namesAndValues) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], Drawing.value(namesAndValues[i + 1]));
        }
        return values;
    }
}
