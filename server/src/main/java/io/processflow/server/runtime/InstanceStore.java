package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.JsonValues;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what commands changed: a few statements for a whole group, whatever its size. */
@Repository
class InstanceStore {

    private static final int LONGEST_MESSAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final JsonValues json;
    private final InstanceLoader loader;

    InstanceStore(JdbcTemplate jdbc, JsonValues json, InstanceLoader loader) {
        this.jdbc = jdbc;
        this.json = json;
        this.loader = loader;
    }

    Map<Long, LockedInstance> lock(List<Long> ids, BiFunction<Long, Integer, CompiledVersion> graphs) {
        return loader.lock(ids, graphs);
    }

    Instant now() {
        return loader.now();
    }

    long nextInstanceId() {
        return take("process_instance", 1).remove();
    }

    /** The rows' ids of all visits that are open or that the events open. */
    Map<Integer, Long> elementInstanceIds(LockedInstance instance, List<Event> events) {
        Map<Integer, Long> ids = new HashMap<>(instance.elementInstanceIds());
        List<Integer> opened = events.stream()
                .map(InstanceStore::openedVisit)
                .filter(visit -> visit > 0)
                .toList();
        Queue<Long> fresh = take("flow_element_instance", opened.size());
        opened.forEach(visit -> ids.put(visit, fresh.remove()));
        return ids;
    }

    private static int openedVisit(Event event) {
        return switch (event) {
            case Event.VisitPassed passed -> passed.visit();
            case Event.VisitOpened opened -> opened.visit();
            case Event.VisitOpenedFailed failed -> failed.visit();
            case Event.ChallengeBegun begun -> begun.visit();
            default -> 0;
        };
    }

    private Queue<Long> take(String table, int count) {
        return count == 0
                ? new ArrayDeque<>()
                : new ArrayDeque<>(jdbc.query(
                        "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)",
                        (row, number) -> row.getLong(1),
                        table,
                        count));
    }

    void write(List<AppliedStep> steps) {
        Map<AppliedStep, RowChanges> changes = steps.stream()
                .collect(Collectors.toMap(step -> step, RowChanges::new, (a, b) -> a, java.util.LinkedHashMap::new));
        insertInstances(steps);
        insertVisits(changes);
        updateVisits(changes);
        writeVariables(changes);
        appendLog(steps);
        updateInstances(changes);
    }

    private void insertInstances(List<AppliedStep> steps) {
        ColumnArrays rows = new ColumnArrays("bigint", "bigint", "int", "bigint", "uuid", "timestamptz");
        for (AppliedStep step : steps) {
            if (step.command() instanceof Command.Start start) {
                rows.add(
                        step.instanceId(),
                        step.version().modelId(),
                        step.version().version(),
                        step.teamId(),
                        start.by().person(),
                        start.at());
            }
        }
        rows.write(jdbc, """
                insert into process_instance (id, process_model_id, version, team_id, started_by, created_at, status)
                select *, 'Running' from unnest(?, ?, ?, ?, ?, ?)""");
    }

    private void insertVisits(Map<AppliedStep, RowChanges> changes) {
        ColumnArrays rows = new ColumnArrays(
                "bigint",
                "bigint",
                "bigint",
                "int",
                "text",
                "uuid",
                "timestamptz",
                "text",
                "bigint",
                "bigint",
                "text",
                "timestamptz",
                "text",
                "uuid",
                "int",
                "text",
                "int",
                "timestamptz");
        changes.forEach((step, change) ->
                change.rows().stream().filter(row -> row.isNew).forEach(row -> addVisit(rows, step, row)));
        rows.write(jdbc, """
                insert into flow_element_instance (id, instance_of, is_part_of, number, status, completed_by, completed_at,
                       status_message, team_id, assigned_role_id, title, due_at, data, acting_profile_id, acting_since,
                       previous, branch, created_at)
                select id, instance_of, is_part_of, number, status::flow_element_instance_status, completed_by,
                       completed_at, status_message, team_id,
                       coalesce((select role.replaced_by from role where role.id = row.assigned_role_id), row.assigned_role_id),
                       title, due_at, data::jsonb, acting_profile_id, acting_since, previous::int[], branch, created_at
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as row (id, instance_of, is_part_of, number, status, completed_by, completed_at, status_message,
                            team_id, assigned_role_id, title, due_at, data, acting_profile_id, acting_since, previous,
                            branch, created_at)""");
    }

    private void addVisit(ColumnArrays rows, AppliedStep step, ElementInstanceRow row) {
        Instant at = step.command().at();
        NodeInfo node = step.version().node(row.node);
        boolean offered = isForPeople(step, row.node) && row.status == VisitStatus.TODO;
        rows.add(
                step.elementInstanceId(row.number),
                node.elementId(),
                step.instanceId(),
                row.number,
                row.status.label(),
                row.completedBy,
                row.completedAt,
                shortened(row.message),
                step.teamId(),
                offered ? node.roleId() : null,
                offered || row.options.containsKey(NodeData.TASK) ? title(node, row.options) : null,
                offered
                        ? DueTime.read(option(node, row.options, NodeData.DUE), at)
                                .orElse(null)
                        : null,
                row.options.isEmpty() ? null : json.write(row.options),
                row.acting == null ? null : row.acting.person(),
                row.acting == null ? null : row.acting.since(),
                array(row.previous),
                row.branch == 0 ? null : row.branch,
                at);
    }

    private static boolean isForPeople(AppliedStep step, int node) {
        return switch (step.version().graph().node(node)) {
            case Node.ActivityNode activity -> !activity.automatic();
            case Node.InfoNode ignored -> true;
            default -> false;
        };
    }

    private static String title(NodeInfo node, Map<String, Value> options) {
        String resolved = option(node, options, NodeData.TASK);
        return resolved == null ? node.title() : resolved;
    }

    private static @Nullable String option(NodeInfo node, Map<String, Value> options, String name) {
        Value replaced = options.get(name);
        return replaced != null ? Texts.of(replaced) : node.data().text(name);
    }

    private static String array(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private void updateVisits(Map<AppliedStep, RowChanges> changes) {
        ColumnArrays rows = new ColumnArrays("bigint", "int", "text", "uuid", "timestamptz", "text", "text");
        changes.forEach((step, change) -> change.rows().stream()
                .filter(row -> !row.isNew)
                .forEach(row -> rows.add(
                        row.instanceId,
                        row.number,
                        row.status.label(),
                        row.completedBy,
                        row.completedAt,
                        shortened(row.message),
                        array(row.previous))));
        int wanted = (int) changes.values().stream()
                .flatMap(change -> change.rows().stream())
                .filter(row -> !row.isNew)
                .count();
        int written = rows.write(jdbc, """
                update flow_element_instance visit
                   set status = change.status::flow_element_instance_status,
                       completed_by = change.completed_by,
                       completed_at = change.completed_at,
                       status_message = coalesce(change.message, visit.status_message),
                       previous = visit.previous || change.joined::int[]
                  from unnest(?, ?, ?, ?, ?, ?, ?)
                    as change (is_part_of, number, status, completed_by, completed_at, message, joined)
                 where visit.is_part_of = change.is_part_of and visit.number = change.number
                   and visit.status in ('Created', 'Todo', 'In Progress', 'Error')""");
        if (written != wanted) {
            throw new IllegalStateException("expected to change " + wanted + " open visits, but changed " + written);
        }
    }

    private void writeVariables(Map<AppliedStep, RowChanges> changes) {
        ColumnArrays rows = new ColumnArrays("bigint", "text", "text", "bigint");
        changes.forEach((step, change) -> change.variables()
                .forEach((name, value) -> rows.add(step.instanceId(), name, json.write(value), step.teamId())));
        rows.write(jdbc, """
                insert into data_object_instance (is_part_of, name, value, team_id)
                select is_part_of, name, value::jsonb, team_id
                  from unnest(?, ?, ?, ?) as written (is_part_of, name, value, team_id)
                on conflict (is_part_of, name) do update set value = excluded.value, updated_at = now()""");
    }

    private void appendLog(List<AppliedStep> steps) {
        ColumnArrays rows = new ColumnArrays("bigint", "int", "bigint", "timestamptz", "text", "text", "text");
        for (AppliedStep step : steps) {
            rows.add(
                    step.instanceId(),
                    step.state().lastCommand(),
                    step.teamId(),
                    step.command().at(),
                    actor(step.command().by()),
                    step.command().getClass().getSimpleName(),
                    EventJson.write(step.events()));
        }
        rows.write(jdbc, """
                insert into process_instance_event (is_part_of, number, team_id, at, actor, command, events)
                select is_part_of, number, team_id, at, actor, command, events::jsonb
                  from unnest(?, ?, ?, ?, ?, ?, ?) as entry (is_part_of, number, team_id, at, actor, command, events)""");
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Person(var id) -> "person:" + id;
            case Actor.ApiKey(long id) -> "api-key:" + id;
            case Actor.ActivityServer ignored -> "activity-server";
            case Actor.Installation ignored -> "installation";
        };
    }

    private void updateInstances(Map<AppliedStep, RowChanges> changes) {
        ColumnArrays rows = new ColumnArrays("bigint", "text", "timestamptz", "text", "int", "int");
        changes.forEach((step, change) -> rows.add(
                step.instanceId(),
                step.state().status().label(),
                step.state().status().isFinal() ? step.command().at() : null,
                shortened(change.message()),
                step.state().lastCommand(),
                step.state().lastVisit()));
        int written = rows.write(jdbc, """
                update process_instance instance
                   set status = change.status::process_instance_status,
                       completed_at = change.completed_at,
                       status_message = case
                         when change.status in ('Running', 'Completed') then null
                         else coalesce(change.message, instance.status_message) end,
                       last_event_number = change.last_command,
                       last_visit_number = change.last_visit,
                       updated_at = now()
                  from unnest(?, ?, ?, ?, ?, ?)
                    as change (id, status, completed_at, message, last_command, last_visit)
                 where instance.id = change.id and instance.last_event_number = change.last_command - 1""");
        if (written != changes.size()) {
            throw new IllegalStateException("expected to write " + changes.size() + " instances, but wrote " + written);
        }
    }
}
