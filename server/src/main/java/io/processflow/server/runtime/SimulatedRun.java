package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.Standing;
import io.processflow.engine.StepResult;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run that is stored nowhere and calls nobody: the engine's own decisions on what one person answers, with a clock that
 * stands still unless told otherwise. Whoever plays begins with nothing earned, in a team that pays what the drawing says.
 */
public final class SimulatedRun {

    /** A run that goes round and round is cut here: what it shows then, it has shown before. */
    private static final int MOST_EVENTS = 20_000;

    private final CompiledVersion version;
    private final Actor.Person player;
    private final List<SimulatedTurn> turns = new ArrayList<>();
    private final Map<Integer, Map<String, Value>> options = new HashMap<>();
    private final Happenings happenings;
    private InstanceState state;
    private Instant now = Instant.EPOCH;
    private int events;

    /** A run that has not been started. */
    public SimulatedRun(CompiledVersion version, UUID player) {
        this.version = version;
        this.player = new Actor.Person(player);
        this.happenings = new Happenings(version);
        this.state = InstanceState.notStarted().withStandings(Map.of(player, Standing.NOTHING_YET));
    }

    public InstanceState state() {
        return state;
    }

    /** What came of each command, the start first. */
    public List<SimulatedTurn> turns() {
        return List.copyOf(turns);
    }

    /** The options of an open visit that held placeholders, replaced. */
    public Map<String, Value> options(int visit) {
        return options.getOrDefault(visit, Map.of());
    }

    /** Why a visit has failed. */
    public String failure(int visit) {
        return happenings.failure(visit);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** @throws Rejection as a start that is stored would be refused */
    public void start(Map<String, Value> inputs) {
        take(new Command.Start(player, now, inputs), inputs);
    }

    /** A person completes a step. */
    public void complete(int visit, Map<String, Value> outputs) {
        take(new Command.Complete(player, now, visit, outputs), outputs);
    }

    /** A server, or a page of one, answers for a step. */
    public void answer(int visit, Map<String, Value> outputs) {
        take(new Command.Complete(Actor.ACTIVITY_SERVER, now, visit, outputs), outputs);
    }

    public void fail(int visit, String message) {
        take(new Command.Fail(Actor.ACTIVITY_SERVER, now, visit, message), Map.of());
    }

    public void retry(int visit, Map<String, Value> variables) {
        take(new Command.Retry(player, now, visit, variables), variables);
    }

    private void take(Command command, Map<String, Value> written) {
        switch (Engine.step(version.graph(), state, command)) {
            case StepResult.Rejected refused -> throw GroupDecision.rejection(refused);
            case StepResult.Accepted(var made, InstanceState after) -> {
                Rejection tooLarge = VariableLimits.objection(made, after);
                if (tooLarge != null) {
                    throw tooLarge;
                }
                events += made.size();
                if (events > MOST_EVENTS) {
                    throw Rejection.unprocessable(
                            "simulation-too-long", "Expected a run of at most " + MOST_EVENTS + " events.");
                }
                made.forEach(this::remember);
                turns.add(new SimulatedTurn(
                        Duration.between(Instant.EPOCH, now).toSeconds(),
                        JsonValues.node(new Value.Fields(written)),
                        happenings.of(made)));
                state = after;
            }
        }
    }

    private void remember(Event event) {
        if (event instanceof Event.VisitOpened opened) {
            options.put(opened.visit(), opened.options());
        }
    }
}
