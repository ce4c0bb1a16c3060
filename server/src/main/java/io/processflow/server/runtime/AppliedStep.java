package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.Migration;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.team.TeamRights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command that was taken: the events, the state after them, and the rows they speak of. */
public final class AppliedStep {

    private final LockedInstance before;
    private final CompiledVersion version;
    private final Command command;
    private final List<Event> events;
    private final InstanceState state;
    private final @Nullable TeamRights rights;
    private final Map<Integer, Long> elementInstanceIds = new HashMap<>();
    private final Map<Integer, OpenVisit> visits = new HashMap<>();

    /**
     * @param version the one its events speak of, which a migration's instance goes on in
     * @param ids gives every new row its id
     */
    AppliedStep(
            GroupDecision.Ready taken, CompiledVersion version, List<Event> events, InstanceState state, IdBlock ids) {
        this.before = taken.instance();
        this.version = version;
        this.command = taken.command();
        this.events = events;
        this.state = state;
        this.rights = taken.rights();
        before.visits().forEach((number, visit) -> elementInstanceIds.put(number, visit.id()));
        visits.putAll(before.visits());
        events.forEach(event -> take(event, ids));
    }

    private void take(Event event, IdBlock ids) {
        switch (event) {
            case Event.VisitPassed passed -> elementInstanceIds.put(passed.visit(), ids.next());
            case Event.VisitOpenedFailed failed -> bare(failed.visit(), ids.next());
            case Event.ChallengeBegun begun -> bare(begun.visit(), ids.next());
            case Event.VisitOpened opened -> {
                long id = ids.next();
                elementInstanceIds.put(opened.visit(), id);
                visits.put(opened.visit(), OpenVisit.opened(id, version, opened, command.at()));
            }
            case Event.InstanceMigrated migrated ->
                migrated.moved()
                        .forEach(move -> visits.computeIfPresent(move.visit(), (number, visit) -> moved(visit, move)));
            default -> {}
        }
    }

    private void bare(int visit, long id) {
        elementInstanceIds.put(visit, id);
        visits.put(visit, OpenVisit.bare(id, visit, command.at()));
    }

    private OpenVisit moved(OpenVisit visit, Event.InstanceMigrated.Moved move) {
        Visit open = state.open(move.visit());
        return open != null && open.status() == VisitStatus.TODO
                ? visit.movedTo(version, move.node(), Migration.options(version.graph(), state, move.node()))
                : visit;
    }

    public long instanceId() {
        return before.id();
    }

    public long teamId() {
        return version.teamId();
    }

    public CompiledVersion version() {
        return version;
    }

    /** {@code updated_at} of the instance's row as the command was decided; null of one that is begun. */
    @Nullable
    Instant changedAt() {
        return before.changedAt();
    }

    public String modelName() {
        return before.modelName();
    }

    /** What people call the instance now; null when its version has no template for that. */
    public @Nullable String instanceTitle() {
        return InstanceTitle.of(version().instanceTitle(), state);
    }

    public Command command() {
        return command;
    }

    public List<Event> events() {
        return events;
    }

    public InstanceState state() {
        return state;
    }

    /** What the person who gave the command may do in the team; null for a server, and for the installation itself. */
    public @Nullable TeamRights rights() {
        return rights;
    }

    /** The id of the row of a visit that is open or that the events speak of. */
    public long elementInstanceId(int visit) {
        Long id = elementInstanceIds.get(visit);
        if (id == null) {
            throw new IllegalStateException(
                    "expected visit " + visit + " of instance " + instanceId() + " to have a row");
        }
        return id;
    }

    /** The rows of all that is open now, runs of challenges among them. */
    List<OpenVisit> openRows() {
        List<OpenVisit> rows = new ArrayList<>();
        state.open().forEach(visit -> rows.add(visit(visit.number())));
        state.challenges().forEach(run -> rows.add(visit(run.visit())));
        return rows;
    }

    /** True when the visit is open, or the events speak of it as new; false for one that was over before. */
    public boolean knows(int visit) {
        return elementInstanceIds.containsKey(visit);
    }

    /** What is stored of a visit that is open, or was opened by this step. */
    public OpenVisit visit(int number) {
        OpenVisit visit = visits.get(number);
        if (visit == null) {
            throw new IllegalStateException(
                    "expected visit " + number + " of instance " + instanceId() + " to be known as open");
        }
        return visit;
    }
}
