package io.processflow.engine;

import io.processflow.engine.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final OpenVisits visits;
    private RewardMemory rewards = RewardMemory.NOTHING;
    private final Map<UUID, Standing> standings = new HashMap<>();
    private RewardPolicy policy = RewardPolicy.OFF;

    private InstanceState(OpenVisits visits) {
        this.visits = visits;
    }

    private InstanceState(InstanceState from) {
        this(from.visits.copy());
        started = from.started;
        starter = from.starter;
        heldSince = from.heldSince;
        end = from.end;
        lastVisit = from.lastVisit;
        lastCommand = from.lastCommand;
        variables.putAll(from.variables);
        rewards = from.rewards;
        standings.putAll(from.standings);
        policy = from.policy;
    }

    /** Before the first command. */
    public static InstanceState notStarted() {
        return new InstanceState(OpenVisits.none());
    }

    /** The state of a running instance from its stored rows, unless it {@linkplain #needsLog needs its log}. */
    public static InstanceState restored(
            @Nullable UUID starter,
            int lastVisit,
            int lastCommand,
            Map<String, Value> variables,
            Collection<Visit> openVisits) {
        InstanceState state = new InstanceState(OpenVisits.none());
        state.started = true;
        state.starter = starter;
        state.lastVisit = lastVisit;
        state.lastCommand = lastCommand;
        state.variables.putAll(variables);
        openVisits.forEach(state.visits::add);
        state.rewards = RewardMemory.NOTHING.withShared(state.visits.showOthersThan(starter));
        return state;
    }

    /** The state after all commands of a log, each with its events. */
    public static InstanceState replayed(List<List<Event>> log) {
        InstanceState state = new InstanceState(OpenVisits.none());
        for (List<Event> command : log) {
            state.beginCommand();
            command.forEach(state::apply);
        }
        return state;
    }

    /** As {@link #withStandings(Map, RewardPolicy)} for a team that pays what the models say and nothing else. */
    public InstanceState withStandings(Map<UUID, Standing> people) {
        return withStandings(people, RewardPolicy.OFF);
    }

    /** The same state with what the people concerned have earned and the team's settings, which are no part of it. */
    public InstanceState withStandings(Map<UUID, Standing> people, RewardPolicy settings) {
        InstanceState state = copy();
        state.standings.clear();
        state.standings.putAll(people);
        state.policy = settings;
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
            case Event.JoinFired fired -> visits.close(fired.visit(), VisitStatus.COMPLETED);
            case Event.VisitCompleted completed -> {
                boolean manual = visits.known(completed.visit()).status() == VisitStatus.TODO;
                visits.complete(completed);
                if (manual && completed.by() != null) {
                    worked(completed.by());
                }
            }
            case Event.VisitFailed failed -> visits.fail(failed.visit());
            case Event.VisitRetried retried -> visits.waiting().remove(retried.visit());
            case Event.VisitCancelled cancelled -> visits.cancel(cancelled.visit());
            case Event.VariablesWritten written -> variables.putAll(written.values());
            case Event.ChallengeBegun(int visit, int node, Instant at) -> {
                lastVisit = visit;
                visits.challenges().put(visit, new ChallengeRun(visit, node, at, Set.of()));
            }
            case Event.ChallengeJoined(int visit, UUID person) -> visits.join(visit, person);
            case Event.ChallengeEnded ended -> visits.challenges().remove(ended.visit());
            case Event.PointsGranted granted -> {
                rewards = rewards.settled(granted.visit(), granted.rule());
                standings.computeIfPresent(
                        granted.person(), (person, had) -> had.with(granted.kind(), granted.applied()));
            }
            case Event.BadgeGranted granted -> {
                rewards = rewards.settled(granted.visit(), granted.rule());
                standings.computeIfPresent(granted.person(), (person, had) -> had.withBadge(granted.badge()));
            }
            case Event.PointsDeferred deferred -> rewards = rewards.with(deferred);
            case Event.BadgeDeferred deferred -> rewards = rewards.with(deferred);
            case Event.RewardWithheld withheld -> rewards = rewards.settled(withheld.visit(), withheld.rule());
            case Event.VisitCounted(int node, int times) -> rewards = rewards.counted(node, times);
            case Event.InstanceMigrated migrated -> {
                rewards = rewards.withoutCounts();
                visits.move(migrated.moved());
            }
            case Event.InstanceHeld(Instant at, var ignored) -> heldSince = at;
            case Event.InstanceResumed(Instant at) -> {
                visits.resume(Duration.between(Objects.requireNonNull(heldSince), at));
                heldSince = null;
            }
            case Event.InstanceCompleted ignored -> end = InstanceStatus.COMPLETED;
            case Event.InstanceCancelled ignored -> {
                end = InstanceStatus.CANCELLED;
                visits.held().clear();
            }
        }
    }

    private void opened(Visit visit) {
        lastVisit = visit.number();
        visits.add(visit);
    }

    /** A person completed a manual step. */
    private void worked(UUID person) {
        rewards = rewards.withShared(rewards.shared() || (starter != null && !starter.equals(person)));
        standings.computeIfPresent(person, (who, had) -> had.afterStepIn(policy.processModelId()));
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
        return visits.haveFailed() ? InstanceStatus.ERROR : InstanceStatus.RUNNING;
    }

    public boolean isHeld() {
        return heldSince != null;
    }

    @Nullable
    Instant heldSince() {
        return heldSince;
    }

    /**
     * True while the stored rows of open visits do not tell the whole state, so that it has to be rebuilt from the log: on
     * hold, in a challenge, with rewards that wait or are counted, and when somebody else has worked on it, but nobody
     * whose token is still under way.
     */
    public boolean needsLog() {
        return end == null
                && (heldSince != null
                        || !visits.challenges().isEmpty()
                        || !rewards.equals(RewardMemory.NOTHING.withShared(visits.showOthersThan(starter))));
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
        return Collections.unmodifiableCollection(visits.waiting().values());
    }

    public @Nullable Visit open(int number) {
        return visits.waiting().get(number);
    }

    /** Completed visits whose tokens wait for the resume. */
    public List<Visit> held() {
        return new ArrayList<>(visits.held().values());
    }

    public Collection<ChallengeRun> challenges() {
        return Collections.unmodifiableCollection(visits.challenges().values());
    }

    /** True while something earned before waits to be given, whatever the graph pays now. */
    public boolean hasDeferredRewards() {
        return !rewards.deferred().isEmpty();
    }

    RewardMemory rewards() {
        return rewards;
    }

    RewardPolicy policy() {
        return policy;
    }

    /** The points and badges of the people it was given with, after what they earned since. */
    public Map<UUID, Standing> standings() {
        return Collections.unmodifiableMap(standings);
    }

    Standing standing(UUID person) {
        return standings.getOrDefault(person, Standing.NOTHING_YET);
    }

    /** Equal in everything that is stored: the points of people and the team's settings are not. */
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
        contents.put("visits", visits);
        contents.put("rewards", rewards);
        return contents;
    }
}
