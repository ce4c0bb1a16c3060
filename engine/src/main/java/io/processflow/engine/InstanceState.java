package io.processflow.engine;

import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is open in one process instance, and its variables; history is not part of it. It changes by {@link #apply} alone,
 * so replaying an instance's events gives the state that is stored. A state handed out by the engine is never changed
 * again: each step works on a copy.
 */
public final class InstanceState {

    private boolean started;
    private @Nullable UUID starter;
    private @Nullable Instant heldSince;
    private @Nullable InstanceStatus end;
    private int lastVisit;
    private int lastCommand;
    private final Map<String, Value> variables;
    private final TreeMap<Integer, Visit> open;
    private final TreeMap<Integer, Visit> held;
    private final TreeMap<Integer, ChallengeRun> challenges;
    private final Map<UUID, Standing> standings;

    private InstanceState(InstanceState from) {
        started = from.started;
        starter = from.starter;
        heldSince = from.heldSince;
        end = from.end;
        lastVisit = from.lastVisit;
        lastCommand = from.lastCommand;
        variables = new LinkedHashMap<>(from.variables);
        open = new TreeMap<>(from.open);
        held = new TreeMap<>(from.held);
        challenges = new TreeMap<>(from.challenges);
        standings = new HashMap<>(from.standings);
    }

    private InstanceState() {
        variables = new LinkedHashMap<>();
        open = new TreeMap<>();
        held = new TreeMap<>();
        challenges = new TreeMap<>();
        standings = new HashMap<>();
    }

    /** Before the first command. */
    public static InstanceState notStarted() {
        return new InstanceState();
    }

    /** The state of a running instance from its stored rows, for instances without holds and challenges. */
    public static InstanceState restored(
            @Nullable UUID starter,
            int lastVisit,
            int lastCommand,
            Map<String, Value> variables,
            Collection<Visit> openVisits) {
        InstanceState state = new InstanceState();
        state.started = true;
        state.starter = starter;
        state.lastVisit = lastVisit;
        state.lastCommand = lastCommand;
        state.variables.putAll(variables);
        openVisits.forEach(visit -> state.open.put(visit.number(), visit));
        return state;
    }

    /** The state after all commands of a log, each with its events. */
    public static InstanceState replayed(List<List<Event>> log) {
        InstanceState state = new InstanceState();
        for (List<Event> command : log) {
            state.beginCommand();
            command.forEach(state::apply);
        }
        return state;
    }

    /** The same state with the points and badges of the people a command may concern; they are no part of it. */
    public InstanceState withStandings(Map<UUID, Standing> people) {
        InstanceState state = copy();
        state.standings.clear();
        state.standings.putAll(people);
        return state;
    }

    InstanceState copy() {
        return new InstanceState(this);
    }

    void beginCommand() {
        lastCommand++;
    }

    /** Changes the state by one event; the only place where a state changes. */
    void apply(Event event) {
        switch (event) {
            case Event.Started(UUID by) -> {
                started = true;
                starter = by;
            }
            case Event.VisitPassed passed -> lastVisit = passed.visit();
            case Event.VisitOpened opened ->
                opened(new Visit(
                        opened.visit(),
                        opened.node(),
                        opened.status(),
                        opened.previous(),
                        opened.branch(),
                        opened.acting()));
            case Event.VisitOpenedFailed failed ->
                opened(new Visit(
                        failed.visit(), failed.node(), VisitStatus.ERROR, failed.previous(), 0, failed.acting()));
            case Event.JoinFired fired -> close(fired.visit(), VisitStatus.COMPLETED);
            case Event.VisitCompleted completed -> {
                Visit done = close(completed.visit(), VisitStatus.COMPLETED).actedOnBy(completed.acting());
                if (completed.held()) {
                    held.put(done.number(), done);
                }
            }
            case Event.VisitFailed failed ->
                open.compute(
                        failed.visit(), (number, visit) -> known(visit, number).as(VisitStatus.ERROR));
            case Event.VisitRetried retried -> open.remove(retried.visit());
            case Event.VisitCancelled cancelled -> {
                if (challenges.remove(cancelled.visit()) == null) {
                    close(cancelled.visit(), VisitStatus.CANCELLED);
                }
            }
            case Event.VariablesWritten written -> variables.putAll(written.values());
            case Event.ChallengeBegun(int visit, int node, Instant at) -> {
                lastVisit = visit;
                challenges.put(visit, new ChallengeRun(visit, node, at, Set.of()));
            }
            case Event.ChallengeJoined(int visit, UUID person) ->
                challenges.computeIfPresent(visit, (number, run) -> with(run, person));
            case Event.ChallengeEnded ended -> challenges.remove(ended.visit());
            case Event.PointsGranted granted ->
                standings.computeIfPresent(granted.person(), (person, had) -> plus(had, granted));
            case Event.BadgeGranted granted ->
                standings.computeIfPresent(granted.person(), (person, had) -> plus(had, granted.badge()));
            case Event.RewardWithheld ignored -> {}
            case Event.InstanceHeld(Instant at, var ignored) -> heldSince = at;
            case Event.InstanceResumed(Instant at) -> resumed(at);
            case Event.InstanceCompleted ignored -> end = InstanceStatus.COMPLETED;
            case Event.InstanceCancelled ignored -> {
                end = InstanceStatus.CANCELLED;
                held.clear();
            }
        }
    }

    private void opened(Visit visit) {
        lastVisit = visit.number();
        open.put(visit.number(), visit);
    }

    private Visit close(int number, VisitStatus status) {
        return known(open.remove(number), number).as(status);
    }

    /** Deadlines stand still while an instance is on hold. */
    private void resumed(Instant at) {
        Duration pause = Duration.between(Objects.requireNonNull(heldSince), at);
        challenges.replaceAll((number, run) ->
                new ChallengeRun(run.visit(), run.node(), run.since().plus(pause), run.people()));
        heldSince = null;
        held.clear();
    }

    private static Visit known(@Nullable Visit visit, int number) {
        if (visit == null) {
            throw new IllegalStateException("expected visit " + number + " to be open, but it is not");
        }
        return visit;
    }

    private static ChallengeRun with(ChallengeRun run, UUID person) {
        Set<UUID> people = new HashSet<>(run.people());
        people.add(person);
        return new ChallengeRun(run.visit(), run.node(), run.since(), people);
    }

    private static Standing plus(Standing had, Event.PointsGranted granted) {
        return granted.kind() == PointKind.Experience
                ? new Standing(had.experience() + granted.applied(), had.coins(), had.badges())
                : new Standing(had.experience(), had.coins() + granted.applied(), had.badges());
    }

    private static Standing plus(Standing had, String badge) {
        Set<String> badges = new HashSet<>(had.badges());
        badges.add(badge);
        return new Standing(had.experience(), had.coins(), badges);
    }

    public boolean isStarted() {
        return started;
    }

    public InstanceStatus status() {
        if (end != null) {
            return end;
        }
        if (heldSince != null) {
            return InstanceStatus.ON_HOLD;
        }
        boolean failed = open.values().stream().anyMatch(visit -> visit.status() == VisitStatus.ERROR);
        return failed ? InstanceStatus.ERROR : InstanceStatus.RUNNING;
    }

    public boolean isHeld() {
        return heldSince != null;
    }

    public @Nullable UUID starter() {
        return starter;
    }

    /** The number of the newest visit, challenge runs included; 0 before the first. */
    public int lastVisit() {
        return lastVisit;
    }

    /** The number of the newest command in the instance's log; 0 before the first. */
    public int lastCommand() {
        return lastCommand;
    }

    public Map<String, Value> variables() {
        return Collections.unmodifiableMap(variables);
    }

    public Value variable(String name) {
        return variables.getOrDefault(name, Value.UNSET);
    }

    /** Where tokens stand, in the order they came; failed visits are among them. */
    public Collection<Visit> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    public @Nullable Visit open(int number) {
        return open.get(number);
    }

    /** Completed visits whose tokens wait for the resume. */
    public List<Visit> held() {
        return new ArrayList<>(held.values());
    }

    public Collection<ChallengeRun> challenges() {
        return Collections.unmodifiableCollection(challenges.values());
    }

    Standing standing(UUID person) {
        return standings.getOrDefault(person, Standing.NOTHING_YET);
    }

    /** Equal in everything that is stored: the points of people are not. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceState that && contents().equals(that.contents());
    }

    @Override
    public int hashCode() {
        return contents().hashCode();
    }

    @Override
    public String toString() {
        return contents().toString();
    }

    private Map<String, Object> contents() {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("status", status());
        contents.put("starter", Objects.requireNonNullElse(starter, "nobody"));
        contents.put("heldSince", Objects.requireNonNullElse(heldSince, "not held"));
        contents.put("lastVisit", lastVisit);
        contents.put("lastCommand", lastCommand);
        contents.put("variables", variables);
        contents.put("open", open);
        contents.put("held", held);
        contents.put("challenges", challenges);
        return contents;
    }
}
