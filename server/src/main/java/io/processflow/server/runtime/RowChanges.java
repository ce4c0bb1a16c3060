package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the events of one command into the rows to write: the twin of {@code InstanceState.apply} for the tables. */
final class RowChanges {

    private final long instanceId;
    private final Map<Integer, ElementInstanceRow> rows = new LinkedHashMap<>();
    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final List<Event.InstanceMigrated.Moved> moved = new ArrayList<>();
    private @Nullable String message;

    RowChanges(AppliedStep step) {
        this.instanceId = step.instanceId();
        step.events().forEach(this::take);
    }

    Collection<ElementInstanceRow> rows() {
        return rows.values();
    }

    Map<String, Value> variables() {
        return variables;
    }

    /** The open visits that a migration put at other nodes. */
    List<Event.InstanceMigrated.Moved> moved() {
        return moved;
    }

    /** Why the instance is in its new status, if the command says so. */
    @Nullable
    String message() {
        return message;
    }

    private void take(Event event) {
        switch (event) {
            case Event.VisitPassed passed ->
                fresh(passed.visit(), passed.node(), VisitStatus.COMPLETED, passed.previous(), passed.acting());
            case Event.VisitOpened opened -> {
                ElementInstanceRow row =
                        fresh(opened.visit(), opened.node(), opened.status(), opened.previous(), opened.acting());
                row.branch = opened.branch();
                row.opened = true;
            }
            case Event.VisitOpenedFailed failed ->
                failed(
                        fresh(failed.visit(), failed.node(), VisitStatus.ERROR, failed.previous(), failed.acting()),
                        failed.message());
            case Event.JoinFired fired -> {
                ElementInstanceRow row = row(fired.visit());
                row.become(VisitStatus.COMPLETED);
                row.previous.add(fired.from());
                row.acting = fired.acting();
            }
            case Event.VisitCompleted completed -> {
                ElementInstanceRow row = row(completed.visit());
                row.become(VisitStatus.COMPLETED);
                row.completedBy = completed.by();
                row.acting = completed.acting();
            }
            case Event.VisitFailed failed -> failed(row(failed.visit()), failed.message());
            case Event.VisitRetried retried -> {
                ElementInstanceRow row = row(retried.visit());
                row.status = VisitStatus.ERROR;
                // It was given up: it keeps its status, and the moment it was dealt with is noted.
                row.ended = true;
            }
            case Event.VisitCancelled cancelled -> row(cancelled.visit()).become(VisitStatus.CANCELLED);
            case Event.ChallengeBegun begun ->
                fresh(begun.visit(), begun.node(), VisitStatus.IN_PROGRESS, List.of(), null);
            case Event.ChallengeEnded ended -> {
                ElementInstanceRow row = row(ended.visit());
                row.become(VisitStatus.COMPLETED);
                row.message = ended.within() ? "within" : "beyond";
            }
            case Event.VariablesWritten written -> variables.putAll(written.values());
            case Event.InstanceHeld held -> message = held.reason();
            case Event.InstanceCancelled cancelled -> message = cancelled.reason();
            case Event.Started ignored -> {}
            case Event.ChallengeJoined ignored -> {}
            case Event.PointsGranted ignored -> {}
            case Event.BadgeGranted ignored -> {}
            case Event.RewardWithheld ignored -> {}
            case Event.PointsDeferred ignored -> {}
            case Event.BadgeDeferred ignored -> {}
            case Event.VisitCounted ignored -> {}
            case Event.InstanceMigrated migrated -> moved.addAll(migrated.moved());
            case Event.InstanceResumed ignored -> {}
            case Event.InstanceCompleted ignored -> {}
        }
    }

    private ElementInstanceRow fresh(
            int visit, int node, VisitStatus status, List<Integer> previous, @Nullable Acting acting) {
        ElementInstanceRow row = new ElementInstanceRow(instanceId, visit, true);
        row.node = node;
        row.become(status);
        row.previous = new ArrayList<>(previous);
        row.acting = acting;
        rows.put(visit, row);
        return row;
    }

    private ElementInstanceRow row(int visit) {
        return rows.computeIfAbsent(visit, number -> new ElementInstanceRow(instanceId, number, false));
    }

    private void failed(ElementInstanceRow row, String why) {
        row.status = VisitStatus.ERROR;
        row.message = why;
        message = why;
    }
}
