package io.processflow.server.runtime;

import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tables have to hold of an instance when its log is right: read from the events alone, over visits too. */
final class LoggedRows {

    /** @param ended nothing changes it any more */
    record VisitRow(int node, VisitStatus status, boolean ended, List<Integer> previous) {

        private VisitRow become(VisitStatus next) {
            return new VisitRow(node, next, next == VisitStatus.COMPLETED || next == VisitStatus.CANCELLED, previous);
        }

        private VisitRow joined(int from) {
            List<Integer> both = new ArrayList<>(previous);
            both.add(from);
            return new VisitRow(node, status, ended, List.copyOf(both));
        }

        private VisitRow at(int otherNode) {
            return new VisitRow(otherNode, status, ended, previous);
        }

        private VisitRow givenUp() {
            return new VisitRow(node, status, true, previous);
        }
    }

    private final Map<Integer, VisitRow> visits = new TreeMap<>();
    private final Map<String, Value> variables = new HashMap<>();
    private final List<String> afterTheEnd = new ArrayList<>();
    private final InstanceState state;

    LoggedRows(List<List<Event>> log) {
        boolean ended = false;
        for (List<Event> command : log) {
            if (ended) {
                afterTheEnd.add(command.toString());
            }
            for (Event event : command) {
                take(event);
                ended |= event instanceof Event.InstanceCompleted || event instanceof Event.InstanceCancelled;
            }
        }
        state = InstanceState.replayed(log);
    }

    private void take(Event event) {
        switch (event) {
            case Event.VisitPassed passed ->
                visits.put(passed.visit(), row(passed.node(), VisitStatus.COMPLETED, passed.previous()));
            case Event.VisitOpened opened ->
                visits.put(opened.visit(), row(opened.node(), opened.status(), opened.previous()));
            case Event.VisitOpenedFailed failed ->
                visits.put(failed.visit(), row(failed.node(), VisitStatus.ERROR, failed.previous()));
            case Event.ChallengeBegun begun ->
                visits.put(begun.visit(), row(begun.node(), VisitStatus.IN_PROGRESS, List.of()));
            case Event.JoinFired fired ->
                visits.computeIfPresent(
                        fired.visit(), (number, row) -> row.joined(fired.from()).become(VisitStatus.COMPLETED));
            case Event.VisitCompleted completed -> become(completed.visit(), VisitStatus.COMPLETED);
            case Event.VisitFailed failed -> become(failed.visit(), VisitStatus.ERROR);
            case Event.VisitCancelled cancelled -> become(cancelled.visit(), VisitStatus.CANCELLED);
            case Event.ChallengeEnded ended -> become(ended.visit(), VisitStatus.COMPLETED);
            case Event.VisitRetried retried -> visits.computeIfPresent(retried.visit(), (number, row) -> row.givenUp());
            case Event.VariablesWritten written -> variables.putAll(written.values());
            case Event.InstanceMigrated migrated ->
                migrated.moved()
                        .forEach(moved -> visits.computeIfPresent(moved.visit(), (n, row) -> row.at(moved.node())));
            default -> {}
        }
    }

    private void become(int visit, VisitStatus status) {
        visits.computeIfPresent(visit, (number, row) -> row.become(status));
    }

    private static VisitRow row(int node, VisitStatus status, List<Integer> previous) {
        return new VisitRow(node, VisitStatus.TODO, false, List.copyOf(previous)).become(status);
    }

    Map<Integer, VisitRow> visits() {
        return visits;
    }

    Map<String, Value> variables() {
        return variables;
    }

    /** Commands that were taken although the instance was over. */
    List<String> afterTheEnd() {
        return afterTheEnd;
    }

    InstanceState state() {
        return state;
    }
}
