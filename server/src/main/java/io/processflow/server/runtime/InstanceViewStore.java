package io.processflow.server.runtime;

import io.processflow.engine.graph.ElementKey;
import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.runtime.InstanceView.ElementView;
import io.processflow.server.runtime.InstanceView.LogEntry;
import io.processflow.server.runtime.InstanceView.RewardView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads instances for people; everything within the teams in scope. */
@Repository
class InstanceViewStore {

    private static final String SUMMARY = """
            select i.id, i.process_model_id, m.name, i.title, i.team_id, i.version, i.status::text as status, i.status_message,
                   u.username, i.created_at, i.completed_at
              from process_instance i
              join process_model m on m.id = i.process_model_id
              left join "user" u on u.id = i.started_by
            """;

    private final JdbcClient jdbc;

    InstanceViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> teamOf(long instanceId) {
        return jdbc.sql("select team_id from process_instance where id = :id")
                .param("id", instanceId)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** The instance of an element instance, with the visit's number. */
    Optional<Map.Entry<Long, Integer>> visit(long elementInstanceId) {
        return jdbc.sql("select is_part_of, number from flow_element_instance where id = :id")
                .param("id", elementInstanceId)
                .query((row, number) -> Map.entry(row.getLong("is_part_of"), row.getInt("number")))
                .optional();
    }

    Optional<InstanceSummary> summary(long instanceId) {
        return jdbc.sql(SUMMARY + " where i.id = :id")
                .param("id", instanceId)
                .query((row, number) -> summary(row))
                .optional();
    }

    /** True when the person started the instance or holds a role that has or had a step in it. */
    boolean concerns(long instanceId, UUID user, Iterable<Long> roles) {
        Long[] held = java.util.stream.StreamSupport.stream(roles.spliterator(), false)
                .toArray(Long[]::new);
        return jdbc.sql("""
                        select exists (select from process_instance where id = :id and started_by = :user)
                            or exists (select from flow_element_instance
                                        where is_part_of = :id and assigned_role_id = any(:roles))""")
                .param("id", instanceId)
                .param("user", user)
                .param("roles", held)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Newest first. */
    List<InstanceSummary> list(long teamId, @Nullable Long modelId, @Nullable String status, PageRequest page) {
        return jdbc.sql(SUMMARY + """
                         where i.team_id = :team
                           and (:model::bigint is null or i.process_model_id = :model)
                           and (:status::text is null or i.status::text = :status)
                           and (:at::timestamptz is null or (i.created_at, i.id) < (:at::timestamptz, :id::bigint))
                         order by i.created_at desc, i.id desc
                         limit :fetch""")
                .param("team", teamId)
                .param("model", modelId)
                .param("status", status)
                .param("at", page.momentAfter(0))
                .param("id", page.numberAfter(1))
                .param("fetch", page.fetch())
                .query((row, number) -> summary(row))
                .list();
    }

    /** These instances, newest first. */
    List<InstanceSummary> summaries(List<Long> ids) {
        return jdbc.sql(SUMMARY + " where i.id = any(:ids) order by i.created_at desc, i.id desc")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> summary(row))
                .list();
    }

    private static InstanceSummary summary(ResultSet row) throws SQLException {
        return new InstanceSummary(
                row.getLong("id"),
                row.getLong("process_model_id"),
                row.getString("name"),
                row.getString("title"),
                row.getLong("team_id"),
                row.getInt("version"),
                row.getString("status"),
                row.getString("status_message"),
                row.getString("username"),
                Db.instant(row, "created_at"),
                Db.instantOrNull(row, "completed_at"));
    }

    /** A visit with what the path through the drawing needs. */
    record VisitRow(ElementView view, ElementKey element, List<Integer> previous) {}

    List<VisitRow> visits(long instanceId) {
        return jdbc.sql("""
                        select v.id, v.number, e.bpmn_id, e.part, e.made_by, e.type::text as type, v.status::text as status,
                               coalesce(v.title, e.data ->> 'task', e.bpmn_id) as name, v.created_at, v.completed_at,
                               u.username, r.name as role, v.status_message, v.previous
                          from flow_element_instance v
                          join flow_element e on e.id = v.instance_of
                          left join "user" u on u.id = v.completed_by
                          left join role r on r.id = v.assigned_role_id
                         where v.is_part_of = :id
                         order by v.number""")
                .param("id", instanceId)
                .query((row, number) -> new VisitRow(
                        element(row), new ElementKey(row.getString("bpmn_id"), row.getInt("part")), List.of((Integer[])
                                row.getArray("previous").getArray())))
                .list();
    }

    private static ElementView element(ResultSet row) throws SQLException {
        Instant completed = Db.instantOrNull(row, "completed_at");
        return new ElementView(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("bpmn_id"),
                row.getString("made_by"),
                row.getString("name"),
                row.getString("type"),
                row.getString("status"),
                Db.instant(row, "created_at"),
                completed,
                row.getString("username"),
                row.getString("role"),
                row.getString("status_message"));
    }

    Map<String, String> variables(long instanceId) {
        Map<String, String> variables = new TreeMap<>();
        jdbc.sql("select name, value from data_object_instance where is_part_of = :id")
                .param("id", instanceId)
                .query(row -> {
                    variables.put(row.getString("name"), row.getString("value"));
                });
        return variables;
    }

    List<RewardView> rewards(long instanceId) {
        return jdbc.sql("""
                        select u.username, w.kind, w.amount_applied, w.badge, w.created_at
                          from reward w
                          join flow_element_instance v on v.id = w.flow_element_instance_id
                          join "user" u on u.id = w.profile_id
                         where v.is_part_of = :id
                         order by w.created_at, w.id""")
                .param("id", instanceId)
                .query((row, number) -> new RewardView(
                        row.getString("username"),
                        row.getString("kind"),
                        Db.longOrNull(row, "amount_applied"),
                        row.getString("badge"),
                        null,
                        Db.instant(row, "created_at")))
                .list();
    }

    /** The log's entries that speak of rewards. */
    List<UnpaidRewards.Entry> rewardEntries(long instanceId) {
        return jdbc.sql("""
                        select at, events from process_instance_event
                         where is_part_of = :id
                           and jsonb_path_exists(events, '$[*].event ? (@ like_regex "Granted$|Deferred$|Withheld$")')
                         order by number""")
                .param("id", instanceId)
                .query((row, number) ->
                        new UnpaidRewards.Entry(Db.instant(row, "at"), EventJson.read(row.getString("events"))))
                .list();
    }

    String username(UUID person) {
        return jdbc.sql("select username from \"user\" where id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    /** The log's commands; a person is shown by user name. */
    List<LogEntry> log(long instanceId) {
        return jdbc.sql("""
                        select e.number, e.at, coalesce(u.username, e.actor) as actor, e.command,
                               (select event ->> 'reason' from jsonb_array_elements(e.events) as event
                                 where event ->> 'event' in ('VariablesWritten', 'InstanceHeld', 'InstanceCancelled')
                                   and event ->> 'reason' is not null limit 1) as reason
                          from process_instance_event e
                          left join "user" u on e.actor = 'person:' || u.id
                         where e.is_part_of = :id
                         order by e.number""")
                .param("id", instanceId)
                .query((row, number) -> new LogEntry(
                        row.getInt("number"),
                        Db.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("command"),
                        row.getString("reason")))
                .list();
    }

    Optional<String> diagram(long instanceId) {
        return jdbc.sql("""
                        select v.bpmn from process_instance i
                          join process_model_version v
                            on v.process_model_id = i.process_model_id and v.version = i.version
                         where i.id = :id""")
                .param("id", instanceId)
                .query((row, number) -> row.getString("bpmn"))
                .optional();
    }
}
