package io.processflow.bench.contender;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.processflow.bench.contender.Source.Running;
import io.processflow.bench.measure.Client;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written JDBC that leaves the rows the product leaves, in the product's own tables and as the role its runtime works
 * as, without deciding anything. Group size 1 is one transaction a command, as most programs would be written; a larger one
 * is what PostgreSQL allows at best.
 */
public final class Raw implements Contender, AutoCloseable {

    private static final int IDS_AT_ONCE = 10_000;

    /** The product counts the steps that people complete, for its badges. */
    private static final String STEPS = """
            update statistics target set steps = target.steps + done.steps, updated_at = now()
              from unnest(?, ?) as done (profile_id, steps)
             where target.team_id = ? and target.profile_id = done.profile_id""";

    private final String name;
    private final int group;
    private final Site site;
    private final Map<Workload, Recording> recordings;
    private final HikariDataSource pool;
    private final Books books;

    public Raw(String name, int group, Product product, Site site, Map<Workload, Recording> recordings) {
        this.name = name;
        this.group = group;
        this.site = site;
        this.recordings = recordings;
        this.books = new ProductBooks(product, recordings);
        this.pool = pool(product.cluster(), product.database(), "set role processflow_worker", false, Product.POOL);
    }

    /** A pool as every contender has one. */
    static HikariDataSource pool(Cluster cluster, String database, String first, boolean autoCommit, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(cluster.url(database));
        config.setUsername(cluster.user());
        config.setMaximumPoolSize(size);
        config.setConnectionInitSql(first);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public List<? extends Client> clients(Workload workload, int count) throws SQLException {
        Recording recording = recordings.get(workload);
        if (recording == null) {
            throw new IllegalStateException("expected a recording of " + workload);
        }
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            writers.add(new Writer(
                    pool.getConnection(),
                    Change.commands(
                            recording,
                            site.people().get(i % site.people().size()).userId()),
                    workload.visits,
                    counted(i)));
        }
        return writers;
    }

    /** Whose completed steps a client counts: a lone writer's own, a batch's as those of many people. */
    private UUID[] counted(int client) {
        return IntStream.range(client, client + group)
                .mapToObj(i -> site.people().get(i % site.people().size()).userId())
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toArray(UUID[]::new);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** One connection with its prepared statements. */
    private final class Writer implements Client {

        private final Connection connection;
        private final List<List<Change>> commands;
        private final List<List<PreparedStatement>> statements = new ArrayList<>();
        private final int visits;
        private final Ids instanceIds;
        private final Ids visitIds;
        private final UUID[] people;
        private final PreparedStatement steps;

        Writer(Connection connection, List<List<Change>> commands, int visits, UUID[] people) throws SQLException {
            this.connection = connection;
            this.people = people;
            this.steps = connection.prepareStatement(STEPS);
            this.commands = commands;
            this.visits = visits;
            this.instanceIds = new Ids(connection, Table.INSTANCES);
            this.visitIds = new Ids(connection, Table.VISITS);
            for (List<Change> changes : commands) {
                List<PreparedStatement> own = new ArrayList<>();
                for (Change change : changes) {
                    own.add(connection.prepareStatement(group == 1 ? change.single() : change.bulk()));
                }
                statements.add(own);
            }
        }

        @Override
        public int run(Latencies latencies) throws SQLException {
            List<Running> instances = new ArrayList<>(group);
            for (int i = 0; i < group; i++) {
                long[] visitIdsOfOne = new long[visits];
                for (int visit = 0; visit < visits; visit++) {
                    visitIdsOfOne[visit] = visitIds.next();
                }
                instances.add(new Running(instanceIds.next(), visitIdsOfOne, OffsetDateTime.now()));
            }
            for (int command = 0; command < commands.size(); command++) {
                long begin = System.nanoTime();
                OffsetDateTime now = OffsetDateTime.now();
                instances.replaceAll(instance -> instance.at(now));
                write(command, instances);
                if (command > 0) {
                    countSteps();
                }
                connection.commit();
                if (command > 0) {
                    latencies.add(System.nanoTime() - begin);
                }
            }
            return group;
        }

        private void countSteps() throws SQLException {
            Long[] counts = new Long[people.length];
            for (int i = 0; i < people.length; i++) {
                counts[i] = (long) (group / people.length + (i < group % people.length ? 1 : 0));
            }
            steps.setArray(1, connection.createArrayOf("uuid", people));
            steps.setArray(2, connection.createArrayOf("bigint", counts));
            steps.setLong(3, site.teamId());
            int written = steps.executeUpdate();
            if (written != people.length) {
                throw new IllegalStateException(
                        "expected to count the steps of " + people.length + " people, but did of " + written);
            }
        }

        private void write(int command, List<Running> instances) throws SQLException {
            for (int i = 0; i < commands.get(command).size(); i++) {
                Change change = commands.get(command).get(i);
                PreparedStatement statement = statements.get(command).get(i);
                if (group == 1) {
                    bindSingle(statement, change, instances.getFirst());
                } else {
                    bindBulk(statement, change, instances);
                }
                int wanted = change.rows().size() * instances.size();
                int written = statement.executeUpdate();
                if (written != wanted) {
                    throw new IllegalStateException("expected to write " + wanted + " rows of "
                            + change.table().name() + ", but wrote " + written);
                }
            }
        }

        private static void bindSingle(PreparedStatement statement, Change change, Running instance)
                throws SQLException {
            int place = 1;
            for (List<Source> row : change.rows()) {
                for (int column = 0; column < row.size(); column++) {
                    String type = change.type(change.columns().get(column));
                    statement.setObject(place++, row.get(column).value(instance, type));
                }
            }
        }

        private void bindBulk(PreparedStatement statement, Change change, List<Running> instances) throws SQLException {
            @Nullable Object[] ids = {};
            for (int column = 0; column < change.columns().size(); column++) {
                String type = change.type(change.columns().get(column));
                @Nullable
                Object[] values =
                        new @Nullable Object[instances.size() * change.rows().size()];
                int at = 0;
                for (Running instance : instances) {
                    for (List<Source> row : change.rows()) {
                        values[at++] = row.get(column).value(instance, type);
                    }
                }
                statement.setArray(column + 1, connection.createArrayOf(Source.arrayType(type), values));
                ids = column == 0 ? values : ids;
            }
            if (!change.insert()) {
                statement.setArray(change.columns().size() + 1, connection.createArrayOf("bigint", ids));
            }
        }

        @Override
        public void close() throws SQLException {
            for (List<PreparedStatement> own : statements) {
                for (PreparedStatement statement : own) {
                    statement.close();
                }
            }
            steps.close();
            instanceIds.close();
            visitIds.close();
            connection.close();
        }
    }

    /** Ids taken from a sequence many at a time. A number of the sequence stands for a block, up to the next one. */
    private static final class Ids implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement query;
        private final long block;
        private final Deque<Long> blocks = new ArrayDeque<>();
        private long next;
        private long end;

        Ids(Connection connection, String table) throws SQLException {
            this.connection = connection;
            String sequence = "pg_get_serial_sequence('" + table + "', 'id')";
            this.block = Cluster.number(
                    connection, "select seqincrement from pg_sequence where seqrelid = " + sequence + "::regclass");
            this.query = connection.prepareStatement("select nextval(" + sequence + ") from generate_series(1, "
                    + Math.ceilDiv(IDS_AT_ONCE, block) + ")");
        }

        long next() throws SQLException {
            if (next == end) {
                if (blocks.isEmpty()) {
                    take();
                }
                next = blocks.pop();
                end = next + block;
            }
            return next++;
        }

        private void take() throws SQLException {
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    blocks.add(row.getLong(1));
                }
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            query.close();
        }
    }
}
