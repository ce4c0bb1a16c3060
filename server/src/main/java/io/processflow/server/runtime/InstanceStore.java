package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.InstanceState;
import io.processflow.engine.VisitStatus;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.RoundTrip;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what commands changed: a few statements for a whole group, whatever its size. Rows to change are named by their
 * ids, once in the join and once as a list, so that a plan made on an empty table reads those rows alone when it is full, and no
 * condition invites the planner to a partial index. Where a statement meets other rows than were read it divides
 * by zero, which undoes the group: its end is on the way already.
 */
@Component
class InstanceStore {

    private static final int LONGEST_MESSAGE = 2_000;

    private final JsonValues json;

    InstanceStore(JsonValues json) {
        this.json = json;
    }

    /** @param at the database's time, the same for all commands of the group */
    void write(List<AppliedStep> steps, Instant at, RoundTrip trip) {
        Map<AppliedStep, RowChanges> changes = new LinkedHashMap<>();
        steps.stream()
                .sorted(Comparator.comparing(AppliedStep::instanceId))
                .forEach(step -> changes.put(step, new RowChanges(step)));
        insertInstances(changes, at, trip);
        updateInstances(changes, at, trip);
        insertVisits(changes, at, trip);
        updateVisits(changes, at, trip);
        writeVariables(changes, at, trip);
        appendLog(steps, at, trip);
        MigrationRows.write(changes, json, trip);
    }

    private void insertInstances(Map<AppliedStep, RowChanges> changes, Instant at, RoundTrip trip) {
        ColumnArrays rows = new ColumnArrays(
                Long.class,
                Long.class,
                Integer.class,
                Long.class,
                UUID.class,
                String.class,
                String.class,
                Boolean.class,
                Integer.class,
                Integer.class,
                Boolean.class,
                String.class);
        changes.forEach((step, change) -> {
            if (step.command() instanceof Command.Start start) {
                InstanceState state = step.state();
                rows.add(
                        step.instanceId(),
                        step.version().modelId(),
                        step.version().version(),
                        step.teamId(),
                        start.by().person(),
                        state.status().label(),
                        shortened(change.message()),
                        state.status().isFinal(),
                        state.lastCommand(),
                        state.lastVisit(),
                        state.needsLog(),
                        step.instanceTitle());
            }
        });
        rows.writeIn(trip, """
                insert into process_instance (id, process_model_id, version, team_id, started_by, status, status_message,
                       completed_at, last_event_number, last_visit_number, needs_log, title, created_at, updated_at)
                select id, process_model_id, version, team_id, started_by, status::process_instance_status, status_message,
                       case when ended then at end, last_event_number, last_visit_number, needs_log, title, at, at
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as row (id, process_model_id, version, team_id, started_by, status, status_message, ended,
                            last_event_number, last_visit_number, needs_log, title),
                       (values (?::timestamptz)) as now (at)""", at);
    }

    private void insertVisits(Map<AppliedStep, RowChanges> changes, Instant at, RoundTrip trip) {
        ColumnArrays rows = new ColumnArrays(
                Long.class,
                Long.class,
                Long.class,
                Integer.class,
                String.class,
                Boolean.class,
                String.class,
                Long.class,
                Long.class,
                String.class,
                Instant.class,
                String.class,
                UUID.class,
                Integer.class,
                String.class,
                Integer.class);
        changes.forEach((step, change) ->
                change.rows().stream().filter(row -> row.isNew).forEach(row -> addVisit(rows, step, row)));
        rows.writeIn(trip, """
                insert into flow_element_instance (id, instance_of, is_part_of, number, status, completed_at,
                       status_message, team_id, assigned_role_id, title, due_at, data, acting_profile_id, acting_since,
                       previous, branch, created_at)
                select id, instance_of, is_part_of, number, status::flow_element_instance_status,
                       case when ended then at end, status_message, team_id,
                       case when row.assigned_role_id is not null then coalesce(
                         (select role.replaced_by from role where role.id = row.assigned_role_id), row.assigned_role_id) end,
                       title, 'epoch'::timestamptz + due * interval '1 microsecond', data::jsonb, acting_profile_id,
                       acting_since, previous::int[], branch, at
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as row (id, instance_of, is_part_of, number, status, ended, status_message, team_id, assigned_role_id,
                            title, due, data, acting_profile_id, acting_since, previous, branch),
                       (values (?::timestamptz)) as now (at)""", at);
    }

    private void addVisit(ColumnArrays rows, AppliedStep step, ElementInstanceRow row) {
        OpenVisit open = row.opened ? step.visit(row.number) : null;
        rows.add(
                step.elementInstanceId(row.number),
                step.version().node(row.node).elementId(),
                step.instanceId(),
                row.number,
                row.status.label(),
                row.ended,
                shortened(row.message),
                step.teamId(),
                open == null || row.status != VisitStatus.TODO ? null : open.roleId(),
                open == null ? null : open.title(),
                open == null ? null : open.dueAt(),
                open == null || open.options().isEmpty() ? null : json.write(open.options()),
                row.acting == null ? null : row.acting.person(),
                row.acting == null ? null : row.acting.since(),
                array(row.previous),
                row.branch == 0 ? null : row.branch);
    }

    private static String array(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private void updateVisits(Map<AppliedStep, RowChanges> changes, Instant at, RoundTrip trip) {
        ColumnArrays rows =
                new ColumnArrays(Long.class, String.class, UUID.class, Boolean.class, String.class, String.class);
        changes.forEach((step, change) -> change.rows().stream()
                .filter(row -> !row.isNew)
                .forEach(row -> rows.add(
                        step.elementInstanceId(row.number),
                        row.status.label(),
                        row.completedBy,
                        row.ended,
                        shortened(row.message),
                        array(row.previous))));
        rows.writeIn(trip, """
                update flow_element_instance visit
                   set status = (array[change.status::flow_element_instance_status])
                                [1 / (visit.status not in ('Completed', 'Cancelled'))::int],
                       completed_by = change.completed_by,
                       completed_at = case when change.ended then now.at end,
                       status_message = coalesce(change.message, visit.status_message),
                       previous = visit.previous || change.joined::int[]
                  from unnest(?, ?, ?, ?, ?, ?) as change (id, status, completed_by, ended, message, joined),
                       (values (?::timestamptz)) as now (at)
                 where visit.id = change.id and visit.id = any(?)""", at, rows.column(0));
    }

    private void writeVariables(Map<AppliedStep, RowChanges> changes, Instant at, RoundTrip trip) {
        ColumnArrays rows = new ColumnArrays(Long.class, String.class, String.class, Long.class);
        changes.forEach((step, change) -> change.variables()
                .forEach((name, value) -> rows.add(step.instanceId(), name, json.write(value), step.teamId())));
        rows.writeIn(trip, """
                insert into data_object_instance (is_part_of, name, value, team_id, created_at, updated_at)
                select is_part_of, name, value::jsonb, team_id, at, at
                  from unnest(?, ?, ?, ?) as written (is_part_of, name, value, team_id),
                       (values (?::timestamptz)) as now (at)
                on conflict (is_part_of, name) do update set value = excluded.value, updated_at = excluded.updated_at""", at);
    }

    private void appendLog(List<AppliedStep> steps, Instant at, RoundTrip trip) {
        ColumnArrays rows =
                new ColumnArrays(Long.class, Integer.class, Long.class, String.class, String.class, String.class);
        for (AppliedStep step : steps) {
            rows.add(
                    step.instanceId(),
                    step.state().lastCommand(),
                    step.teamId(),
                    actor(step.command().by()),
                    step.command().getClass().getSimpleName(),
                    EventJson.write(step.events()));
        }
        rows.writeIn(trip, """
                insert into process_instance_event (is_part_of, number, team_id, at, actor, command, events)
                select is_part_of, number, team_id, at, actor, command, events::jsonb
                  from unnest(?, ?, ?, ?, ?, ?) as entry (is_part_of, number, team_id, actor, command, events),
                       (values (?::timestamptz)) as now (at)""", at);
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Person(var id) -> "person:" + id;
            case Actor.ApiKey(long id) -> "api-key:" + id;
            case Actor.ActivityServer ignored -> "activity-server";
            case Actor.Installation ignored -> "installation";
        };
    }

    /**
     * First of all that changes rows: it takes the locks, in the order of the ids. A row that is not as it was when the
     * command was decided ends the transaction; one that is gone does so with the entry of the log, which needs it.
     */
    private void updateInstances(Map<AppliedStep, RowChanges> changes, Instant at, RoundTrip trip) {
        ColumnArrays rows = new ColumnArrays(
                Long.class,
                Instant.class,
                String.class,
                Boolean.class,
                String.class,
                Integer.class,
                Integer.class,
                Boolean.class,
                String.class);
        changes.forEach((step, change) -> {
            if (!(step.command() instanceof Command.Start)) {
                InstanceState state = step.state();
                rows.add(
                        step.instanceId(),
                        step.changedAt(),
                        state.status().label(),
                        state.status().isFinal(),
                        shortened(change.message()),
                        state.lastCommand(),
                        state.lastVisit(),
                        state.needsLog(),
                        newTitle(step, change));
            }
        });
        rows.writeIn(trip, """
                update process_instance instance
                   set status = change.status::process_instance_status,
                       completed_at = case when change.ended then now.at end,
                       status_message = case
                         when change.status in ('Running', 'Completed') then null
                         else coalesce(change.message, instance.status_message) end,
                       last_event_number = change.last_command
                         / (instance.last_event_number = change.last_command - 1 and instance.updated_at
                              = 'epoch'::timestamptz + change.changed_at * interval '1 microsecond')::int,
                       last_visit_number = change.last_visit,
                       needs_log = change.needs_log,
                       title = nullif(coalesce(change.title, instance.title), ''),
                       updated_at = now.at
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                         as change (id, changed_at, status, ended, message, last_command, last_visit, needs_log, title),
                       (values (?::timestamptz)) as now (at)
                 where instance.id = change.id and instance.id = any(?)""", at, rows.column(0));
    }

    /** Null when the command can not have changed it; empty when there is none any more. */
    private static @Nullable String newTitle(AppliedStep step, RowChanges change) {
        boolean concerned = !change.variables().isEmpty() || step.command() instanceof Command.Migrate;
        return concerned ? Objects.requireNonNullElse(step.instanceTitle(), "") : null;
    }
}
