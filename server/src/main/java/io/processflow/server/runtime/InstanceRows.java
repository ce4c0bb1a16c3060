package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.RowVersions;
import io.processflow.server.platform.Db;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.team.RewardSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Locks instances in the order of their ids and restores them from their rows. History is read only of those whose open rows
 * do not tell enough.
 */
final class InstanceRows {

    private static final Map<String, VisitStatus> STATUSES = new HashMap<>();

    static {
        Arrays.stream(VisitStatus.values()).forEach(status -> STATUSES.put(status.label(), status));
    }

    /** The instances a group is about: named themselves, or by steps that are part of them. */
    private static final String INSTANCES =
            "any(array(select is_part_of from flow_element_instance where id = any(?)) || ?)";

    private static final String HEADS =
            """
            select i.id, i.process_model_id, i.team_id, i.version, i.started_by, i.last_visit_number, i.last_event_number,
                   i.updated_at, i.needs_log, i.status in ('Completed', 'Cancelled') as ended, m.name as model_name, %s, %s
              from process_instance i
              join process_model m on m.id = i.process_model_id
             where i.id = %s
             order by i.id
               for update of i""".formatted(RewardSettings.column("i.team_id"), RowVersions.columns("m", "i.team_id"), INSTANCES);

    private static final String OPEN_VISITS = """
            select v.is_part_of, v.id, v.number, v.instance_of, v.status::text as status, v.previous::text as previous,
                   v.branch, v.acting_profile_id, v.acting_since, v.assigned_role_id, v.title, v.created_at, v.due_at,
                   v.data, v.claimed_by
              from flow_element_instance v
             where v.is_part_of = %s
               and v.status in ('Created', 'Todo', 'In Progress', 'Error')
               and (v.status <> 'Error' or v.completed_at is null)
             order by v.is_part_of, v.number""".formatted(INSTANCES);

    private static final String VARIABLES =
            "select is_part_of, name, value from data_object_instance where is_part_of = " + INSTANCES;

    private static final String LOG = """
            select is_part_of, events from process_instance_event where is_part_of = any(?) order by is_part_of, number""";

    /** What the row of an instance says, its model's and its team's. */
    record Head(
            long id,
            long modelId,
            long teamId,
            int version,
            @Nullable UUID starter,
            int lastVisit,
            int lastCommand,
            Instant changedAt,
            boolean needsLog,
            String modelName,
            RewardSettings rewards,
            RowVersions rows) {}

    private record Row(long elementId, OpenVisit stored, Visit visit) {}

    private final GroupParts parts;

    private final Map<Long, Head> heads = new LinkedHashMap<>();
    private final Map<Long, List<Row>> rows = new HashMap<>();
    private final Set<Long> rowsRead = new HashSet<>();
    private final Map<Long, Map<String, Value>> variables = new HashMap<>();
    private final Map<Long, Long> instanceOfStep = new HashMap<>();

    InstanceRows(GroupParts parts) {
        this.parts = parts;
    }

    /**
     * Adds what locks instances, named themselves or by steps that are part of them.
     *
     * @param skipLocked leaves out those that another transaction holds, instead of waiting for it
     */
    void lock(Set<Long> steps, Set<Long> ids, boolean skipLocked, RoundTrip trip) {
        if (!steps.isEmpty() || !ids.isEmpty()) {
            trip.query(
                    skipLocked ? HEADS + " skip locked" : HEADS,
                    this::head,
                    steps.toArray(Long[]::new),
                    ids.toArray(Long[]::new));
        }
    }

    /** Adds what reads their open visits and variables: after the lock, for only the locked row itself would be fresh else. */
    void readOpen(Set<Long> steps, Set<Long> ids, RoundTrip trip) {
        if (!steps.isEmpty() || !ids.isEmpty()) {
            Long[] named = ids.toArray(Long[]::new);
            Long[] byStep = steps.toArray(Long[]::new);
            rowsRead.addAll(ids);
            trip.query(OPEN_VISITS, this::visit, byStep, named);
            trip.query(VARIABLES, this::variable, byStep, named);
        }
    }

    /** The instances that were locked. */
    Collection<Head> heads() {
        return heads.values();
    }

    boolean isLocked(long instanceId) {
        return heads.containsKey(instanceId);
    }

    /** Whether its open visits were read, if it has any. */
    boolean isOpenRead(long instanceId) {
        return rowsRead.contains(instanceId) || rows.containsKey(instanceId);
    }

    /** The instance a step is open in; null when no such row was read. */
    @Nullable
    Long instanceOfStep(long elementInstanceId) {
        return instanceOfStep.get(elementInstanceId);
    }

    /** Those of locked instances whose open visits and variables were read; reads their history where it is needed. */
    List<LockedInstance> restore(Collection<Head> wanted, Connection connection) throws SQLException {
        Map<Long, List<List<Event>>> logs = logs(wanted, connection);
        return wanted.stream().map(head -> restored(head, logs.get(head.id()))).toList();
    }

    private LockedInstance restored(Head head, @Nullable List<List<Event>> log) {
        CompiledVersion version = parts.graph(head.modelId(), head.version());
        List<Row> open = rows.getOrDefault(head.id(), List.of());
        Map<Integer, OpenVisit> stored = new HashMap<>();
        open.forEach(row -> stored.put(row.stored().number(), row.stored()));
        InstanceState state = log == null ? restored(head, version, open) : InstanceState.replayed(log);
        return new LockedInstance(
                head.id(), version, head.modelName(), head.rewards(), head.changedAt(), state, stored);
    }

    private InstanceState restored(Head head, CompiledVersion version, List<Row> open) {
        List<Visit> visits = open.stream()
                .map(row -> {
                    Visit visit = row.visit();
                    return new Visit(
                            visit.number(),
                            version.indexOf(row.elementId()),
                            visit.status(),
                            visit.previous(),
                            visit.branch(),
                            visit.acting());
                })
                .toList();
        return InstanceState.restored(
                head.starter(),
                head.lastVisit(),
                head.lastCommand(),
                variables.getOrDefault(head.id(), Map.of()),
                visits);
    }

    private static Map<Long, List<List<Event>>> logs(Collection<Head> heads, Connection connection)
            throws SQLException {
        Long[] wanted = heads.stream().filter(Head::needsLog).map(Head::id).toArray(Long[]::new);
        Map<Long, List<List<Event>>> logs = new HashMap<>();
        if (wanted.length > 0) {
            RoundTrip trip = new RoundTrip();
            trip.query(
                    LOG,
                    row -> logs.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(EventJson.read(row.getString(2))),
                    (Object) wanted);
            trip.send(connection);
        }
        return logs;
    }

    private void head(ResultSet row) throws SQLException {
        Head head = new Head(
                row.getLong("id"),
                row.getLong("process_model_id"),
                row.getLong("team_id"),
                row.getInt("version"),
                row.getObject("started_by", UUID.class),
                row.getInt("last_visit_number"),
                row.getInt("last_event_number"),
                Db.instant(row, "updated_at"),
                // How an ended instance ended is told by its log alone.
                row.getBoolean("needs_log") || row.getBoolean("ended"),
                row.getString("model_name"),
                RewardSettings.of(row),
                RowVersions.of(row));
        heads.put(head.id(), head);
    }

    private void visit(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        String options = row.getString("data");
        OpenVisit stored = new OpenVisit(
                row.getLong("id"),
                number,
                Db.longOrNull(row, "assigned_role_id"),
                row.getString("title"),
                Db.instant(row, "created_at"),
                Db.instantOrNull(row, "due_at"),
                row.getObject("claimed_by", UUID.class),
                options == null ? Map.of() : parts.json().readFields(options));
        UUID acting = row.getObject("acting_profile_id", UUID.class);
        Visit visit = new Visit(
                number,
                Node.NONE,
                Objects.requireNonNull(STATUSES.get(row.getString("status"))),
                numbers(row.getString("previous")),
                row.getInt("branch"),
                acting == null ? null : new Acting(acting, row.getInt("acting_since")));
        long instanceId = row.getLong("is_part_of");
        instanceOfStep.put(stored.id(), instanceId);
        rows.computeIfAbsent(instanceId, id -> new ArrayList<>())
                .add(new Row(row.getLong("instance_of"), stored, visit));
    }

    /** The numbers of a list as PostgreSQL writes it, as in {4,17}. */
    private static List<Integer> numbers(String list) {
        return list.length() == 2
                ? List.of()
                : Arrays.stream(list.substring(1, list.length() - 1).split(","))
                        .map(Integer::valueOf)
                        .toList();
    }

    private void variable(ResultSet row) throws SQLException {
        variables
                .computeIfAbsent(row.getLong("is_part_of"), id -> new LinkedHashMap<>())
                .put(row.getString("name"), parts.json().read(row.getString("value")));
    }
}
