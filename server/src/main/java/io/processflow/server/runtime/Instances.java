package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.InstanceState;
import io.processflow.engine.StepResult;
import io.processflow.engine.Visit;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.PublishedGraphs;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Runs commands on instances: one transaction for a group of commands, which locks the instances' rows first, in the order
 * of their ids, asks the engine for each, and writes all that changed. Whoever may give a command was decided before.
 */
@Service
public class Instances {

    private final TeamScope scope;
    private final InstanceStore store;
    private final PublishedGraphs graphs;
    private final ObjectProvider<Standings> standings;
    private final List<StepListener> listeners;

    Instances(
            TeamScope scope,
            InstanceStore store,
            PublishedGraphs graphs,
            ObjectProvider<Standings> standings,
            List<StepListener> listeners) {
        this.scope = scope;
        this.store = store;
        this.graphs = graphs;
        this.standings = standings;
        this.listeners = listeners;
    }

    /** @throws Rejection when the command was refused; nothing was changed then */
    public AppliedStep submit(InstanceCommand command) {
        return submit(List.of(command)).getFirst().orThrow();
    }

    /**
     * Works off commands for different instances in one transaction. One that is refused leaves the group, the others are
     * written.
     *
     * @return the outcomes in the order of the commands
     */
    public List<Outcome> submit(List<InstanceCommand> commands) {
        return scope.asWorker(() -> apply(commands));
    }

    private List<Outcome> apply(List<InstanceCommand> commands) {
        List<Long> ids = commands.stream()
                .filter(InstanceCommand.On.class::isInstance)
                .map(command -> ((InstanceCommand.On) command).instanceId())
                .sorted()
                .distinct()
                .toList();
        Map<Long, LockedInstance> locked = ids.isEmpty() ? Map.of() : store.lock(ids, graphs::load);
        Instant now = store.now();
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        List<AppliedStep> taken = new ArrayList<>(commands.size());
        for (InstanceCommand command : commands) {
            Outcome outcome = switch (command) {
                case InstanceCommand.Start start -> start(start, now);
                case InstanceCommand.On on -> on(on, locked.get(on.instanceId()), now);
            };
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Applied(AppliedStep step)) {
                taken.add(step);
            }
        }
        if (!taken.isEmpty()) {
            store.write(taken);
            listeners.forEach(listener -> listener.applied(taken));
        }
        return outcomes;
    }

    private Outcome start(InstanceCommand.Start start, Instant now) {
        CompiledVersion version = graphs.load(start.modelId(), start.version());
        Command command = new Command.Start(start.by(), now, start.inputs());
        LockedInstance fresh =
                new LockedInstance(store.nextInstanceId(), version, InstanceState.notStarted(), Map.of(), Map.of());
        return step(fresh, command);
    }

    private Outcome on(InstanceCommand.On on, @Nullable LockedInstance instance, Instant now) {
        if (instance == null) {
            return new Outcome.Refused(Rejection.notFound());
        }
        Optional<Rejection> objection = on.guard().objection(instance);
        return objection.isPresent()
                ? new Outcome.Refused(objection.get())
                : step(instance, on.command().apply(now));
    }

    private Outcome step(LockedInstance instance, Command command) {
        CompiledVersion version = instance.version();
        InstanceState state = instance.state();
        if (version.graph().needsPoints()) {
            Set<UUID> people = peopleIn(state, command);
            state = state.withStandings(
                    standings.getIfAvailable(() -> (teamId, all) -> Map.of()).locked(version.teamId(), people));
        }
        return switch (Engine.step(version.graph(), state, command)) {
            case StepResult.Rejected(String code, String detail) ->
                new Outcome.Refused(Rejection.of(status(code), code, detail));
            case StepResult.Accepted(var events, InstanceState after) ->
                new Outcome.Applied(new AppliedStep(
                        instance.id(), version, command, events, after, store.elementInstanceIds(instance, events)));
        };
    }

    /** Everybody whose points a step may show or change. */
    private static Set<UUID> peopleIn(InstanceState state, Command command) {
        Set<UUID> people = new HashSet<>();
        if (command.by().person() instanceof UUID person) {
            people.add(person);
        }
        if (state.starter() instanceof UUID starter) {
            people.add(starter);
        }
        for (Visit visit : state.open()) {
            if (visit.acting() != null) {
                people.add(visit.acting().person());
            }
        }
        for (Visit visit : state.held()) {
            if (visit.acting() != null) {
                people.add(visit.acting().person());
            }
        }
        state.challenges().forEach(run -> people.addAll(run.people()));
        return people;
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "missing-inputs", "unknown-inputs", "variable-not-allowed" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
    }
}
