package io.processflow.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The visits of an instance that are not over: where tokens stand, completed ones whose tokens are held, and challenge runs;
 * each by its number. Only {@link InstanceState#apply} changes them.
 */
record OpenVisits(
        TreeMap<Integer, Visit> waiting, TreeMap<Integer, Visit> held, TreeMap<Integer, ChallengeRun> challenges) {

    static OpenVisits none() {
        return new OpenVisits(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    OpenVisits copy() {
        return new OpenVisits(new TreeMap<>(waiting), new TreeMap<>(held), new TreeMap<>(challenges));
    }

    void add(Visit visit) {
        waiting.put(visit.number(), visit);
    }

    /** @throws IllegalStateException when no token stands there: the log is not one of the engine's */
    Visit known(int number) {
        Visit visit = waiting.get(number);
        if (visit == null) {
            throw new IllegalStateException("expected visit " + number + " to be open, but it is not");
        }
        return visit;
    }

    void fail(int number) {
        add(known(number).as(VisitStatus.ERROR));
    }

    Visit close(int number, VisitStatus status) {
        Visit closed = known(number).as(status);
        waiting.remove(number);
        return closed;
    }

    void complete(Event.VisitCompleted completed) {
        Visit done = close(completed.visit(), VisitStatus.COMPLETED).actedOnBy(completed.acting());
        if (completed.held()) {
            held.put(done.number(), done);
        }
    }

    void cancel(int number) {
        if (challenges.remove(number) == null) {
            close(number, VisitStatus.CANCELLED);
        }
    }

    void join(int challenge, UUID person) {
        challenges.computeIfPresent(challenge, (number, run) -> run.joinedBy(person));
    }

    void move(List<Event.InstanceMigrated.Moved> moved) {
        for (Event.InstanceMigrated.Moved place : moved) {
            waiting.computeIfPresent(place.visit(), (number, visit) -> visit.movedTo(place));
            held.computeIfPresent(place.visit(), (number, visit) -> visit.movedTo(place));
            challenges.computeIfPresent(place.visit(), (number, run) -> run.movedTo(place.node()));
        }
    }

    /** Deadlines stand still while an instance is on hold. */
    void resume(Duration pause) {
        challenges.replaceAll((number, run) -> run.later(pause));
        held.clear();
    }

    boolean haveFailed() {
        return waiting.values().stream().anyMatch(visit -> visit.status() == VisitStatus.ERROR);
    }

    /** Whether the acting person of some token is another than who started the instance, if anybody did. */
    boolean showOthersThan(@Nullable UUID starter) {
        Collection<Visit> visits = waiting.values();
        return starter != null
                && visits.stream()
                        .map(Visit::acting)
                        .anyMatch(acting -> acting != null && !acting.person().equals(starter));
    }
}
