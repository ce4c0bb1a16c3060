package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.InstanceState;
import io.processflow.engine.StepResult;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.Startable;
import io.processflow.server.platform.Rejection;
import io.processflow.server.team.TeamRights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Asks the engine for each command of a group. One that is refused or fails leaves the group. */
final class GroupDecision {

    /** A command that may be given to the engine. */
    record Ready(
            int place,
            LockedInstance instance,
            Command command,
            @Nullable TeamRights rights) {}

    private final GroupParts parts;
    private final List<InstanceCommand> commands;
    private final Knowledge known;
    /** True when a command whose instance is not at hand may be worked off later. */
    private final boolean own;

    private final @Nullable Outcome[] outcomes;
    private final List<AppliedStep> taken = new ArrayList<>();
    private final Set<Integer> notAtHand = new HashSet<>();

    GroupDecision(GroupParts parts, List<InstanceCommand> commands, boolean own, Knowledge known) {
        this.parts = parts;
        this.commands = commands;
        this.own = own;
        this.known = known;
        this.outcomes = new Outcome[commands.size()];
    }

    /** What came of the command at this place; null when it is to be tried again, later or alone. */
    @Nullable
    Outcome outcome(int place) {
        return outcomes[place];
    }

    /** The first command of its instance, which was not at hand; those behind it wait for it. */
    boolean isNotAtHand(int place) {
        return notAtHand.contains(place);
    }

    /** The steps to write. */
    List<AppliedStep> taken() {
        return taken;
    }

    /** True when every command that was given to the engine, or waits for one that was, changes something. */
    boolean isAllTaken() {
        return notAtHand.isEmpty()
                && !taken.isEmpty()
                && Arrays.stream(outcomes).allMatch(outcome -> outcome == null || outcome instanceof Outcome.Applied);
    }

    /** The commands the engine is to be asked for, of different instances. */
    List<Ready> prepare() {
        List<Ready> ready = new ArrayList<>(commands.size());
        Set<Long> busy = new HashSet<>();
        for (int place = 0; place < commands.size(); place++) {
            try {
                Ready one = ready(place, busy);
                if (one != null) {
                    // One that is refused leaves its instance to the next.
                    busy.add(one.instance().id());
                    ready.add(one);
                }
            } catch (Rejection refused) {
                outcomes[place] = new Outcome.Refused(refused);
            } catch (RuntimeException failed) {
                outcomes[place] = new Outcome.Failed(failed);
            }
        }
        return ready;
    }

    private @Nullable Ready ready(int place, Set<Long> busy) {
        return switch (commands.get(place)) {
            case InstanceCommand.Start start -> start(place, start);
            case InstanceCommand.On on -> {
                LockedInstance instance = instance(place, on.instanceId(), busy);
                yield instance == null
                        ? null
                        : new Ready(place, instance, on.command().apply(instance, known.now()), null);
            }
            case InstanceCommand.OnStep on -> {
                Long id = known.instanceOfStep(on.elementInstanceId());
                if (id == null) {
                    throw Rejection.conflict("not-open", "Expected the step to be open, but it is not.");
                }
                LockedInstance instance = instance(place, id, busy);
                yield instance == null ? null : step(place, on, instance);
            }
        };
    }

    private Ready start(int place, InstanceCommand.Start start) {
        Startable model = known.startable(start.modelId());
        if (model == null) {
            throw Rejection.notFound();
        }
        TeamRights rights = rights(start.person(), model.teamId());
        start.check().check(new Starting(model, rights));
        if (model.publishedVersion() == null) {
            throw Rejection.conflict("not-published", "Publish the process first: then it can be started.");
        }
        CompiledVersion version = parts.graph(model.modelId(), model.publishedVersion());
        LockedInstance fresh = new LockedInstance(
                parts.instanceIds().next(),
                version,
                model.name(),
                model.rewards(),
                null,
                InstanceState.notStarted(),
                Map.of());
        return new Ready(place, fresh, new Command.Start(start.by(), known.now(), start.inputs()), rights);
    }

    private Ready step(int place, InstanceCommand.OnStep on, LockedInstance instance) {
        OpenVisit visit = instance.visits().values().stream()
                .filter(one -> one.id() == on.elementInstanceId())
                .findFirst()
                .orElseThrow();
        TeamRights rights = rights(on.person(), instance.version().teamId());
        Command command = on.decision().decide(new OpenStep(instance, visit, rights), known.now());
        return new Ready(place, instance, command, rights);
    }

    /** Null when the command has to wait for its instance: for another transaction, or for a command before it here. */
    private @Nullable LockedInstance instance(int place, long id, Set<Long> busy) {
        if (busy.contains(id)) {
            return null;
        }
        LockedInstance instance = known.instance(id);
        if (instance == null && !own) {
            throw Rejection.notFound();
        }
        if (instance == null) {
            busy.add(id);
            notAtHand.add(place);
        }
        return instance;
    }

    private @Nullable TeamRights rights(@Nullable UUID person, long teamId) {
        return person == null ? null : known.rights(person, teamId);
    }

    /** Gives them to the engine, in this order. */
    void decide(List<Ready> ready, GroupStandings standings) {
        ready.forEach(one -> step(one, standings));
    }

    private void step(Ready one, GroupStandings standings) {
        try {
            outcomes[one.place()] = stepped(one, standings);
        } catch (RuntimeException failed) {
            outcomes[one.place()] = new Outcome.Failed(failed);
        }
    }

    private Outcome stepped(Ready one, GroupStandings standings) {
        CompiledVersion version = one.instance().version();
        return switch (Engine.step(version.graph(), standings.stateFor(one), one.command())) {
            case StepResult.Rejected refused -> new Outcome.Refused(rejection(refused));
            case StepResult.Accepted(var events, InstanceState after) -> {
                Rejection tooLarge = VariableLimits.objection(events, after);
                if (tooLarge != null) {
                    yield new Outcome.Refused(tooLarge);
                }
                AppliedStep step = new AppliedStep(one, goesOnIn(one), events, after, parts.elementInstanceIds());
                if (!commands.get(one.place()).isDryRun()) {
                    taken.add(step);
                    standings.earned(version.teamId(), after);
                }
                yield new Outcome.Applied(step);
            }
        };
    }

    private CompiledVersion goesOnIn(Ready one) {
        CompiledVersion version = one.instance().version();
        return one.command() instanceof Command.Migrate migrate
                ? parts.graph(version.modelId(), migrate.version())
                : version;
    }

    /** The engine's refusal as it is answered. */
    static Rejection rejection(StepResult.Rejected refused) {
        return Rejection.of(status(refused.code()), refused.code(), refused.detail());
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "missing-inputs", "unknown-inputs", "variable-not-allowed" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
    }
}
