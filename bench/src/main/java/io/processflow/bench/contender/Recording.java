package io.processflow.bench.contender;

import io.processflow.bench.measure.Cluster;
import io.processflow.server.platform.Caller;
import io.processflow.server.task.Starts;
import io.processflow.server.task.Task;
import io.processflow.server.task.Tasks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instance as the product ran it: all its rows after each command. Who writes rows by hand copies them, so that nobody
 * can write less than the product does.
 *
 * @param person who gave the commands
 * @param states the rows after each command
 * @param bytes of the rows in the end, by table
 */
public record Recording(Workload workload, UUID person, List<State> states, Map<String, Long> bytes) {

    /** Rows by table, in the order of their key; values as text. */
    public record State(Map<Table, List<Map<String, @Nullable String>>> rows) {}

    /** Runs one instance and reads its rows after every command. */
    public static Recording of(Product product, Site site, Workload workload) throws SQLException {
        Caller caller = site.people().getFirst();
        Tasks tasks = product.service(Tasks.class);
        try (Connection admin = product.cluster().connect(product.database())) {
            List<State> states = new ArrayList<>();
            Starts.Started started =
                    product.service(Starts.class).start(caller, site.model(workload), workload.ownInputs());
            long instance = started.processInstanceId();
            states.add(state(admin, instance));
            List<Task> open = started.tasks();
            while (!open.isEmpty()) {
                Task task = open.getFirst();
                open = tasks.complete(caller, task.id(), workload.ownAnswer(task.bpmnId()))
                        .tasks();
                states.add(state(admin, instance));
            }
            return new Recording(workload, caller.userId(), states, bytes(admin, instance));
        }
    }

    /** What each command leaves behind, for all workloads. */
    public static Map<Workload, Recording> all(Product product, Site site) throws SQLException {
        Map<Workload, Recording> all = new EnumMap<>(Workload.class);
        for (Workload workload : Workload.values()) {
            all.put(workload, of(product, site, workload));
        }
        return all;
    }

    private static Map<String, Long> bytes(Connection admin, long instance) throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (Table table : Table.all(admin)) {
            bytes.put(
                    table.name(),
                    Cluster.number(
                            admin,
                            "select coalesce(sum(pg_column_size(row.*)), 0) from " + table.name() + " row where "
                                    + table.instance() + " = " + instance));
        }
        return bytes;
    }

    public State last() {
        return states.getLast();
    }

    private static State state(Connection admin, long instance) throws SQLException {
        Map<Table, List<Map<String, @Nullable String>>> rows = new LinkedHashMap<>();
        for (Table table : Table.all(admin)) {
            rows.put(table, rows(admin, table, instance));
        }
        return new State(rows);
    }

    private static List<Map<String, @Nullable String>> rows(Connection admin, Table table, long instance)
            throws SQLException {
        try (PreparedStatement query = admin.prepareStatement(table.select())) {
            query.setLong(1, instance);
            List<Map<String, @Nullable String>> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Map<String, @Nullable String> values = new LinkedHashMap<>();
                    for (String column : table.columns().keySet()) {
                        values.put(column, row.getString(column));
                    }
                    found.add(values);
                }
            }
            return found;
        }
    }
}
