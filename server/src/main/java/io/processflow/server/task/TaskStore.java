package io.processflow.server.task;

import io.processflow.engine.value.Value;
import io.processflow.server.platform.Db;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.task.Task.Claim;
import io.processflow.server.task.Task.TaskRole;
import io.processflow.server.task.TaskFilter.TaskOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and claims steps for people, within the teams in scope. */
@Repository
class TaskStore {

    private static final String COLUMNS = """
            select v.id, v.number, v.is_part_of, i.status::text as instance_status, i.title as instance_title,
                   i.process_model_id, m.name as model_name, v.team_id, e.bpmn_id, v.status::text as status, v.title, v.assigned_role_id, r.name as role_name,
                   r.color as role_color, v.created_at, v.due_at, v.claimed_by, claimer.username as claimer,
                   v.completed_by, completer.username as completer, v.completed_at, e.execution_url,
                   e.data as element_data, v.data as replaced
              from flow_element_instance v
              join flow_element e on e.id = v.instance_of
              join process_instance i on i.id = v.is_part_of
              join process_model m on m.id = i.process_model_id
              left join role r on r.id = v.assigned_role_id
              left join "user" claimer on claimer.id = v.claimed_by
              left join "user" completer on completer.id = v.completed_by
            """;

    private final JdbcClient jdbc;
    private final JsonValues json;

    TaskStore(JdbcClient jdbc, JsonValues json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Any visit of a step for people, open or over. */
    Optional<TaskRow> find(long id) {
        return jdbc.sql(COLUMNS + " where v.id = :id and v.title is not null and v.assigned_role_id is not null")
                .param("id", id)
                .query((row, number) -> task(row))
                .optional();
    }

    Optional<Long> teamOf(long id) {
        return jdbc.sql("select team_id from flow_element_instance where id = :id and assigned_role_id is not null")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** The rows of a page, in its order. */
    List<TaskRow> inOrder(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + " where v.id = any(:ids) order by array_position(:ids, v.id)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> task(row))
                .list();
    }

    /**
     * The open steps of an instance that are for the roles, in the worklist's order; none while it is on hold. The status is
     * compared as a text: the few open visits of the instance are read, never a role's worklist.
     */
    List<TaskRow> ofInstance(long instanceId, Collection<Long> roles) {
        return jdbc.sql(COLUMNS + """
                         where v.is_part_of = :instance and v.status in ('Created', 'Todo', 'In Progress', 'Error')
                           and v.status::text = 'Todo' and v.assigned_role_id = any(:roles)
                           and i.status in ('Running', 'Error')
                         order by coalesce(v.due_at, 'infinity'), v.created_at, v.id""")
                .param("instance", instanceId)
                .param("roles", roles.toArray(Long[]::new))
                .query((row, number) -> task(row))
                .list();
    }

    /** The sort values of a row, as {@link #after} reads them. */
    static List<?> cursor(TaskOrder order, TaskRow row) {
        return switch (order) {
            case DUE -> List.of(row.dueAt() == null ? "infinity" : row.dueAt(), row.createdAt(), row.id());
            case CREATED -> List.of(row.createdAt(), row.id());
            case TITLE -> List.of(String.valueOf(row.title()), row.id());
        };
    }

    private TaskRow task(ResultSet row) throws SQLException {
        UUID claimedBy = row.getObject("claimed_by", UUID.class);
        Long roleId = Db.longOrNull(row, "assigned_role_id");
        String replaced = row.getString("replaced");
        return new TaskRow(
                row.getLong("id"),
                row.getInt("number"),
                row.getLong("is_part_of"),
                row.getString("instance_status"),
                row.getString("instance_title"),
                row.getLong("process_model_id"),
                row.getString("model_name"),
                row.getLong("team_id"),
                row.getString("bpmn_id"),
                row.getString("status"),
                row.getString("title"),
                roleId == null || row.getString("role_name") == null
                        ? null
                        : new TaskRole(roleId, row.getString("role_name"), row.getString("role_color")),
                Db.instant(row, "created_at"),
                Db.instantOrNull(row, "due_at"),
                claimedBy == null ? null : new Claim(claimedBy, String.valueOf(row.getString("claimer"))),
                row.getObject("completed_by", UUID.class),
                row.getString("completer"),
                Db.instantOrNull(row, "completed_at"),
                row.getString("execution_url"),
                json.readFields(row.getString("element_data")),
                replaced == null ? Map.<String, Value>of() : json.readFields(replaced));
    }

    /** Takes the step for a person; 0 when it is not open or somebody else has it. */
    int claim(TaskRow task, UUID person) {
        lockInstance(task);
        return jdbc.sql("""
                        update flow_element_instance set claimed_by = :person, claimed_at = now()
                         where id = :id and status = 'Todo' and (claimed_by is null or claimed_by = :person)""").param("id", task.id()).param("person", person).update();
    }

    int release(TaskRow task, UUID person) {
        lockInstance(task);
        return jdbc.sql("""
                        update flow_element_instance set claimed_by = null, claimed_at = null
                         where id = :id and status = 'Todo' and claimed_by = :person""").param("id", task.id()).param("person", person).update();
    }

    /** Rows of steps change only under the lock of their instance, whose moment of change tells servers that know it. */
    private void lockInstance(TaskRow task) {
        jdbc.sql("update process_instance set updated_at = clock_timestamp() where id = :id")
                .param("id", task.instanceId())
                .update();
    }

    /** What somebody is called; needs no team. */
    String username(UUID person) {
        return jdbc.sql("select username from \"user\" where id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }
}
