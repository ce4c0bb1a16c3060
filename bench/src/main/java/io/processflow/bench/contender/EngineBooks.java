package io.processflow.bench.contender;

import io.processflow.bench.contender.Contender.Books;
import io.processflow.bench.measure.Cluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The history of an engine that descends from Activiti; both keep it in tables of the same names. */
final class EngineBooks implements Books {

    private final Cluster cluster;
    private final String database;
    private final String schema;

    EngineBooks(Cluster cluster, String database, String schema) {
        this.cluster = cluster;
        this.database = database;
        this.schema = schema;
    }

    /** Nothing to note: the tables are empty before every turn. */
    @Override
    public void open() {}

    @Override
    public void check(Workload workload, long instances) throws SQLException {
        try (Connection admin = connect()) {
            expect(instances, admin, "select count(*) from act_hi_procinst");
            expect(instances, admin, "select count(*) from act_hi_procinst where end_time_ is not null");
            expect(0, admin, "select count(*) from act_ru_execution");
            expect(workload.variables * instances, admin, "select count(*) from act_hi_varinst");
            expect((workload.commands - 1) * instances, admin, """
                    select count(*) from act_hi_taskinst where end_time_ is not null""");
            expect(instances, admin, """
                    select count(*) from act_hi_actinst where act_type_ in ('endEvent', 'noneEndEvent') and end_time_ is not null""");
        }
    }

    private static void expect(long wanted, Connection admin, String sql) throws SQLException {
        long found = Cluster.number(admin, sql);
        if (found != wanted) {
            throw new IllegalStateException("expected " + wanted + ", but found " + found + ": " + sql);
        }
    }

    /** History only: no instance is running between turns. */
    @Override
    public void clear() throws SQLException {
        try (Connection admin = connect();
                PreparedStatement query = admin.prepareStatement(
                        "select tablename from pg_tables where schemaname = ? and tablename like ?")) {
            query.setString(1, schema);
            query.setString(2, "act\\_hi\\_%");
            List<String> tables = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            Cluster.execute(admin, "truncate " + String.join(", ", tables));
        }
    }

    private Connection connect() throws SQLException {
        Connection admin = cluster.connect(database);
        admin.setSchema(schema);
        return admin;
    }
}
