package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.InstanceStatus;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.LoggedRows.VisitRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What must be true of every instance whenever no command is under way; asked of the database, as the worker. */
@Component
public class Invariants {

    private static final Map<String, VisitStatus> VISIT_STATUSES = new HashMap<>();

    static {
        Arrays.stream(VisitStatus.values()).forEach(status -> VISIT_STATUSES.put(status.label(), status));
    }

    /** Unfinished, and nobody can see what it waits for; or finished, and something of it is still open. */
    private static final String STUCK_OR_LOOSE = """
            select i.id::text || ' is ' || i.status || ' with ' ||
                   (select coalesce(string_agg(v.number || ' ' || v.status, ', '), 'no visit')
                      from flow_element_instance v where v.is_part_of = i.id)
              from process_instance i
              cross join lateral (
                select exists (select from flow_element_instance v where v.is_part_of = i.id and v.status = 'Todo') as task,
                       exists (select from flow_element_instance v
                                where v.is_part_of = i.id and v.status = 'Error' and v.completed_at is null
                                  and v.status_message is not null) as incident,
                       exists (select from activity_call c
                                where c.is_part_of = i.id
                                  and (c.status in ('pending', 'leased')
                                    or c.status = 'sent' and c.deadline_at is not null)) as call,
                       exists (select from flow_element_instance v
                                where v.is_part_of = i.id
                                  and (v.status in ('Created', 'Todo', 'In Progress')
                                    or v.status = 'Error' and v.completed_at is null)) as open) has
             where i.id = any(?)
               and case when i.status in ('Completed', 'Cancelled') then has.open or has.call
                   else not (has.task or has.incident or has.call or i.status = 'On Hold') end""";

    private static final String UNBALANCED = """
            select coalesce(s.profile_id, w.profile_id)::text || ' in team ' || coalesce(s.team_id, w.team_id)
                   || ': ' || coalesce(s.experience, 0) || '/' || coalesce(s.coins, 0) || ' stored, '
                   || coalesce(w.experience, 0) || '/' || coalesce(w.coins, 0) || ' in the ledger'
              from statistics s
              full join (select profile_id, team_id,
                                coalesce(sum(amount_applied) filter (where kind = 'Experience'), 0) as experience,
                                coalesce(sum(amount_applied) filter (where kind = 'Coins'), 0) as coins,
                                count(distinct badge) as badges
                           from reward group by profile_id, team_id) w
                on w.profile_id = s.profile_id and w.team_id = s.team_id
             where coalesce(s.experience, 0) <> coalesce(w.experience, 0)
                or coalesce(s.coins, 0) <> coalesce(w.coins, 0)
                or coalesce(jsonb_array_length(s.badges -> 'badges'), 0) <> coalesce(w.badges, 0)""";

    private record Stored(
            long modelId,
            int version,
            String status,
            int lastCommand,
            int lastVisit,
            int commands,
            int highest,
            boolean changedAfterTheEnd) {}

    private final TeamScope scope;
    private final GroupParts parts;
    private final JsonValues json;
    private final JdbcTemplate jdbc;

    Invariants(TeamScope scope, GroupParts parts, JsonValues json, JdbcTemplate jdbc) {
        this.scope = scope;
        this.parts = parts;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** How many instances were looked at, and how many of them have no log because a test wrote their rows itself. */
    public record Checked(int instances, int withoutLog) {}

    public List<Long> instances() {
        return scope.asWorker(() -> jdbc.queryForList("select id from process_instance order by id", Long.class));
    }

    /** All invariants, for these instances; balances and references for all there are. */
    public Checked requireFor(Collection<Long> instanceIds) {
        List<Long> logged = scope.asWorker(() -> jdbc.queryForList(
                "select id from process_instance where id = any(?) and last_event_number > 0 order by id",
                Long.class,
                (Object) instanceIds.toArray(Long[]::new)));
        logged.forEach(this::requireSameFromLogAndTables);
        scope.asWorker(() -> {
            assertThat(jdbc.queryForList(STUCK_OR_LOOSE, String.class, (Object) logged.toArray(Long[]::new)))
                    .as("I2, I3: instances that wait for nothing, or are over with something open")
                    .isEmpty();
            assertThat(jdbc.queryForList(UNBALANCED, String.class))
                    .as("I5: totals that differ from the ledger")
                    .isEmpty();
            assertThat(jdbc.queryForList(check("unreferenced")))
                    .as("I10: rows that name what is not there, or is another team's")
                    .isEmpty();
            assertThat(jdbc.queryForList(check("implausible")))
                    .as("rows that can not be")
                    .isEmpty();
            return true;
        });
        return new Checked(instanceIds.size(), instanceIds.size() - logged.size());
    }

    /** I1, I8 and I9 for one instance, under its lock. */
    public void requireSameFromLogAndTables(long instanceId) {
        scope.asWorker(() -> {
            InstanceState restored = fromTables(instanceId);
            LoggedRows log = new LoggedRows(log(instanceId));
            assertThat(restored).as("I1: the state of instance %d", instanceId).isEqualTo(log.state());
            requireHead(instanceId, log);
            assertThat(variables(instanceId))
                    .as("I1, I9: the variables of instance %d", instanceId)
                    .isEqualTo(log.variables());
            return true;
        });
    }

    private InstanceState fromTables(long instanceId) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<InstanceState>) connection -> {
            GroupReader reader = new GroupReader(parts, null);
            reader.read(
                    List.of(InstanceCommand.on(instanceId, at -> {
                        throw new IllegalStateException("expected to be read only");
                    })),
                    false,
                    new RoundTrip(),
                    connection);
            return Objects.requireNonNull(reader.instance(instanceId)).state();
        }));
    }

    private List<List<Event>> log(long instanceId) {
        return jdbc.query(
                "select events from process_instance_event where is_part_of = ? order by number",
                (row, number) -> EventJson.read(row.getString("events")),
                instanceId);
    }

    private void requireHead(long instanceId, LoggedRows log) {
        Stored stored = Objects.requireNonNull(jdbc.queryForObject(
                """
                select i.*, (select count(*) from process_instance_event e where e.is_part_of = i.id) as commands,
                       (select max(e.number) from process_instance_event e where e.is_part_of = i.id) as highest,
                       exists (select from data_object_instance d
                                where d.is_part_of = i.id and d.updated_at > i.completed_at) as changed_after_the_end
                  from process_instance i where i.id = ?""",
                (row, number) -> new Stored(
                        row.getLong("process_model_id"),
                        row.getInt("version"),
                        row.getString("status"),
                        row.getInt("last_event_number"),
                        row.getInt("last_visit_number"),
                        row.getInt("commands"),
                        row.getInt("highest"),
                        row.getBoolean("changed_after_the_end")),
                instanceId));
        InstanceStatus status = log.state().status();
        assertThat(stored.status())
                .as("I1: the status of instance %d", instanceId)
                .isEqualTo(status.label());
        assertThat(List.of(stored.lastCommand(), stored.commands(), stored.highest()))
                .as("I8: the commands of instance %d are numbered without gaps", instanceId)
                .containsOnly(log.state().lastCommand());
        assertThat(log.afterTheEnd())
                .as("I9: commands of instance %d after its end", instanceId)
                .isEmpty();
        assertThat(stored.changedAfterTheEnd())
                .as("I9: variables of instance %d after its end", instanceId)
                .isFalse();
        Map<Integer, VisitRow> visits = visits(instanceId, parts.graph(stored.modelId(), stored.version()), log);
        assertThat(visits.keySet())
                .as("I8: the visits of instance %d are numbered without gaps", instanceId)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, stored.lastVisit()).boxed().toList());
        assertThat(visits).as("I1: the visits of instance %d", instanceId).isEqualTo(log.visits());
    }

    /** As stored; a visit that was over before a migration stands at a node of an older version, which the log knows. */
    private Map<Integer, VisitRow> visits(long instanceId, CompiledVersion version, LoggedRows log) {
        Map<Integer, VisitRow> visits = new TreeMap<>();
        jdbc.query(
                """
                select v.number, v.instance_of, v.status::text as status, v.completed_at is not null as ended,
                       v.previous, e.version
                  from flow_element_instance v
                  join flow_element e on e.id = v.instance_of
                 where v.is_part_of = ?""",
                row -> {
                    int number = row.getInt("number");
                    VisitRow logged = log.visits().get(number);
                    boolean older = row.getInt("version") != version.version() && logged != null;
                    visits.put(
                            number,
                            new VisitRow(
                                    older ? logged.node() : version.indexOf(row.getLong("instance_of")),
                                    Objects.requireNonNull(VISIT_STATUSES.get(row.getString("status"))),
                                    row.getBoolean("ended"),
                                    List.of((Integer[]) row.getArray("previous").getArray())));
                },
                instanceId);
        return visits;
    }

    private Map<String, Value> variables(long instanceId) {
        Map<String, Value> variables = new HashMap<>();
        jdbc.query(
                "select name, value from data_object_instance where is_part_of = ?",
                row -> {
                    variables.put(row.getString("name"), json.read(row.getString("value")));
                },
                instanceId);
        return variables;
    }

    private static String check(String name) {
        try (InputStream query = Invariants.class.getResourceAsStream("/db/checks/" + name + ".sql")) {
            return new String(Objects.requireNonNull(query).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
