package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.platform.JsonValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locks instances and reads what is open in them; history is read only where the open rows do not tell enough. */
@Repository
class InstanceLoader {

    private static final Map<String, VisitStatus> STATUSES = new HashMap<>();

    static {
        Arrays.stream(VisitStatus.values()).forEach(status -> STATUSES.put(status.label(), status));
    }

    private final JdbcClient jdbc;
    private final JsonValues json;

    InstanceLoader(JdbcClient jdbc, JsonValues json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Head(
            long id,
            long modelId,
            int version,
            String status,
            @Nullable UUID starter,
            int lastVisit,
            int lastCommand) {}

    private record Row(
            long instanceId,
            long id,
            long elementId,
            Visit visit,
            @Nullable UUID claimedBy) {}

    /** Locks in the order of the ids; instances that are not there are left out. */
    Map<Long, LockedInstance> lock(List<Long> ids, BiFunction<Long, Integer, CompiledVersion> graphs) {
        Long[] wanted = ids.toArray(Long[]::new);
        List<Head> heads = jdbc.sql("""
                        select id, process_model_id, version, status::text as status, started_by, last_visit_number,
                               last_event_number
                          from process_instance
                         where id = any(:ids)
                         order by id
                           for update""")
                .param("ids", wanted)
                .query((row, number) -> new Head(
                        row.getLong("id"),
                        row.getLong("process_model_id"),
                        row.getInt("version"),
                        row.getString("status"),
                        row.getObject("started_by", UUID.class),
                        row.getInt("last_visit_number"),
                        row.getInt("last_event_number")))
                .list();
        // Read in statements of their own: after waiting for the lock above, only the locked row itself would be fresh.
        Map<Long, List<Row>> open = openVisits(wanted);
        Map<Long, Map<String, Value>> variables = variables(wanted);
        Map<Long, LockedInstance> locked = new LinkedHashMap<>();
        for (Head head : heads) {
            CompiledVersion version = graphs.apply(head.modelId(), head.version());
            locked.put(
                    head.id(),
                    locked(
                            head,
                            version,
                            open.getOrDefault(head.id(), List.of()),
                            variables.getOrDefault(head.id(), Map.of())));
        }
        return locked;
    }

    private LockedInstance locked(Head head, CompiledVersion version, List<Row> rows, Map<String, Value> variables) {
        Map<Integer, UUID> claims = new HashMap<>();
        Map<Integer, Long> ids = new HashMap<>();
        List<Visit> visits = new ArrayList<>();
        for (Row row : rows) {
            int node = version.indexOf(row.elementId());
            Visit visit = row.visit();
            ids.put(visit.number(), row.id());
            if (row.claimedBy() != null) {
                claims.put(visit.number(), row.claimedBy());
            }
            if (!(version.graph().node(node) instanceof Node.ChallengeNode)) {
                visits.add(new Visit(
                        visit.number(), node, visit.status(), visit.previous(), visit.branch(), visit.acting()));
            }
        }
        boolean plain = !version.graph().hasChallenges()
                && (head.status().equals("Running") || head.status().equals("Error"));
        InstanceState state = plain
                ? InstanceState.restored(head.starter(), head.lastVisit(), head.lastCommand(), variables, visits)
                : replayed(head.id());
        return new LockedInstance(head.id(), version, state, claims, ids);
    }

    /** The state rebuilt from the instance's log. */
    InstanceState replayed(long instanceId) {
        List<List<Event>> log = jdbc.sql("""
                        select events from process_instance_event where is_part_of = :id order by number""")
                .param("id", instanceId)
                .query((row, number) -> EventJson.read(row.getString("events")))
                .list();
        return InstanceState.replayed(log);
    }

    private Map<Long, List<Row>> openVisits(Long[] ids) {
        Map<Long, List<Row>> byInstance = new HashMap<>();
        jdbc.sql("""
                        select is_part_of, id, number, instance_of, status::text as status, previous, branch,
                               acting_profile_id, acting_since, claimed_by
                          from flow_element_instance
                         where is_part_of = any(:ids)
                           and status in ('Created', 'Todo', 'In Progress', 'Error')
                           and (status <> 'Error' or completed_at is null)
                         order by is_part_of, number""")
                .param("ids", ids)
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> byInstance
                        .computeIfAbsent(row.instanceId(), id -> new ArrayList<>())
                        .add(row));
        return byInstance;
    }

    private static Row row(ResultSet row) throws SQLException {
        Visit visit = new Visit(
                row.getInt("number"),
                Node.NONE,
                status(row.getString("status")),
                List.of((Integer[]) row.getArray("previous").getArray()),
                row.getInt("branch"),
                acting(row.getObject("acting_profile_id", UUID.class), row.getInt("acting_since")));
        return new Row(
                row.getLong("is_part_of"),
                row.getLong("id"),
                row.getLong("instance_of"),
                visit,
                row.getObject("claimed_by", UUID.class));
    }

    private static VisitStatus status(String label) {
        VisitStatus status = STATUSES.get(label);
        if (status == null) {
            throw new IllegalStateException("expected a status of an element instance, but got " + label);
        }
        return status;
    }

    private static @Nullable Acting acting(@Nullable UUID person, int since) {
        return person == null ? null : new Acting(person, since);
    }

    private Map<Long, Map<String, Value>> variables(Long[] ids) {
        Map<Long, Map<String, Value>> byInstance = new HashMap<>();
        jdbc.sql("""
                        select is_part_of, name, value from data_object_instance
                         where is_part_of = any(:ids) order by is_part_of, id""").param("ids", ids).query(row -> {
            byInstance
                    .computeIfAbsent(row.getLong("is_part_of"), id -> new LinkedHashMap<>())
                    .put(row.getString("name"), json.read(row.getString("value")));
        });
        return byInstance;
    }

    /** The database's time at this moment, the only clock that counts; later than the locks that were waited for. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
