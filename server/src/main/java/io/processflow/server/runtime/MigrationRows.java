package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.Event;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.RoundTrip;
import java.time.Instant;
import java.util.Map;

/**
 * Writes which version migrated instances go on in, and where their open visits stand there. A step for people becomes what
 * the new version says; what was asked of a server was asked, and a visit that is over stays what it was.
 */
final class MigrationRows {

    private MigrationRows() {}

    static void write(Map<AppliedStep, RowChanges> changes, JsonValues json, RoundTrip trip) {
        ColumnArrays instances = new ColumnArrays(Long.class, Integer.class);
        ColumnArrays visits = new ColumnArrays(
                Long.class,
                Long.class,
                Integer.class,
                Boolean.class,
                Long.class,
                String.class,
                Instant.class,
                String.class,
                Boolean.class);
        changes.forEach((step, change) -> {
            if (step.command() instanceof Command.Migrate migrate) {
                instances.add(step.instanceId(), migrate.version());
                change.moved().stream()
                        .filter(move -> step.knows(move.visit()))
                        .forEach(move -> add(visits, step, move, json));
            }
        });
        instances.writeIn(trip, """
                update process_instance instance set version = migrated.version
                  from unnest(?, ?) as migrated (id, version)
                 where instance.id = migrated.id""");
        visits.writeIn(trip, """
                update flow_element_instance visit
                   set instance_of = place.instance_of,
                       branch = place.branch,
                       assigned_role_id = case when place.task then place.role else visit.assigned_role_id end,
                       title = case when place.task then place.title else visit.title end,
                       due_at = case when place.task then 'epoch'::timestamptz + place.due * interval '1 microsecond'
                                     else visit.due_at end,
                       data = case when place.task then place.data::jsonb else visit.data end,
                       claimed_by = case when place.claimed then visit.claimed_by end,
                       claimed_at = case when place.claimed then visit.claimed_at end
                  from (select moved.id, moved.instance_of, moved.branch, moved.task, moved.title, moved.due, moved.data, moved.claimed,
                               coalesce((select role.replaced_by from role where role.id = moved.role), moved.role) as role
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as moved (id, instance_of, branch, task, role, title, due, data, claimed)) as place
                 where visit.id = place.id""");
    }

    private static void add(ColumnArrays visits, AppliedStep step, Event.InstanceMigrated.Moved move, JsonValues json) {
        Visit now = step.state().open(move.visit());
        boolean task = now != null && now.status() == VisitStatus.TODO;
        OpenVisit stored = step.visit(move.visit());
        visits.add(
                step.elementInstanceId(move.visit()),
                step.version().node(move.node()).elementId(),
                move.branch() == 0 ? null : move.branch(),
                task,
                task ? stored.roleId() : null,
                stored.title(),
                stored.dueAt(),
                stored.options().isEmpty() ? null : json.write(stored.options()),
                stored.claimedBy() != null);
    }
}
