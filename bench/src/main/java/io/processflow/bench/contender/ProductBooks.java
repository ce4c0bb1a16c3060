package io.processflow.bench.contender;

import io.processflow.bench.contender.Contender.Books;
import io.processflow.bench.measure.Cluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/** The product's tables; whoever writes them, the product or a raw writer, is held to the same rows. */
final class ProductBooks implements Books {

    /** Visits, variables and events of every instance since a moment, and whether it is what the product leaves. */
    private static final String CHECK = """
            with instance as materialized (
              select id, status, last_event_number, pg_column_size(one.*) as bytes from process_instance one where created_at >= ?),
            visit as (
              select is_part_of, count(*) as rows, count(*) filter (where status <> 'Completed') as open,
                     sum(pg_column_size(one.*)) as bytes
                from flow_element_instance one where is_part_of in (select id from instance) group by is_part_of),
            variable as (
              select is_part_of, count(*) as rows, sum(pg_column_size(one.*)) as bytes
                from data_object_instance one where is_part_of in (select id from instance) group by is_part_of),
            event as (
              select is_part_of, count(*) as rows, max(number) as last, sum(pg_column_size(one.*)) as bytes
                from process_instance_event one where is_part_of in (select id from instance) group by is_part_of)
            select count(*) as instances,
                   count(*) filter (where instance.status = 'Completed' and instance.last_event_number = ?
                     and visit.rows = ? and visit.open = 0 and coalesce(variable.rows, 0) = ?
                     and event.rows = ? and event.last = ?) as sound,
                   coalesce(sum(instance.bytes), 0) as process_instance,
                   coalesce(sum(visit.bytes), 0) as flow_element_instance,
                   coalesce(sum(variable.bytes), 0) as data_object_instance,
                   coalesce(sum(event.bytes), 0) as process_instance_event
              from instance
              left join visit on visit.is_part_of = instance.id
              left join variable on variable.is_part_of = instance.id
              left join event on event.is_part_of = instance.id""";

    /** How a row is aligned makes a few bytes; a moment or a text left out is more. */
    private static final double TOLERANCE = 0.04;

    private static final int MOST_ATTEMPTS = 20;

    /** Deadlock detected; lock not available. */
    private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40P01", "55P03");

    private final Cluster cluster;
    private final String database;
    private final Map<Workload, Recording> recordings;
    private OffsetDateTime since = OffsetDateTime.MIN;

    /** @param recordings what an instance of the product leaves, to which every other is compared */
    ProductBooks(Product product, Map<Workload, Recording> recordings) {
        this.cluster = product.cluster();
        this.database = product.database();
        this.recordings = recordings;
    }

    @Override
    public void open() throws SQLException {
        try (Connection admin = cluster.connect(database);
                PreparedStatement query = admin.prepareStatement("select clock_timestamp()");
                ResultSet row = query.executeQuery()) {
            row.next();
            since = row.getObject(1, OffsetDateTime.class);
        }
    }

    @Override
    public void check(Workload workload, long instances) throws SQLException {
        try (Connection admin = cluster.connect(database);
                PreparedStatement query = admin.prepareStatement(CHECK)) {
            query.setObject(1, since);
            query.setInt(2, workload.commands);
            query.setInt(3, workload.visits);
            query.setInt(4, workload.variables);
            query.setInt(5, workload.commands);
            query.setInt(6, workload.commands);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getLong("instances") != instances || row.getLong("sound") != instances) {
                    throw new IllegalStateException("expected " + instances + " completed instances of " + workload
                            + " with all their rows, but found " + row.getLong("instances") + ", of them sound "
                            + row.getLong("sound"));
                }
                compareSizes(workload, instances, row);
            }
        }
    }

    private void compareSizes(Workload workload, long instances, ResultSet row) throws SQLException {
        Recording recording = recordings.get(workload);
        if (recording == null) {
            throw new IllegalStateException("expected a recording of " + workload);
        }
        for (Map.Entry<String, Long> table : recording.bytes().entrySet()) {
            double found = (double) row.getLong(table.getKey()) / instances;
            if (Math.abs(found - table.getValue()) > TOLERANCE * table.getValue()) {
                throw new IllegalStateException("expected " + table.getValue() + " bytes of " + table.getKey()
                        + " for an instance of " + workload + ", but found " + found);
            }
        }
    }

    /** The server goes on looking for due calls meanwhile, and may hold one of the tables while it asks for another. */
    @Override
    public void clear() throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try (Connection admin = cluster.connect(database)) {
                Cluster.execute(admin, "set lock_timeout = '2s'");
                Cluster.execute(
                        admin,
                        "begin; lock table activity_call in access exclusive mode;"
                                + " truncate process_instance cascade; commit");
                return;
            } catch (SQLException failure) {
                if (!IN_EACH_OTHERS_WAY.contains(String.valueOf(failure.getSQLState()))) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw new IllegalStateException("expected to empty the tables in " + MOST_ATTEMPTS + " attempts", last);
    }
}
