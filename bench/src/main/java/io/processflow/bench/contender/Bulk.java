package io.processflow.bench.contender;

import io.processflow.bench.contender.Recording.State;
import io.processflow.bench.measure.Cluster;
import io.processflow.server.platform.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the product's tables with many copies of a recorded instance, spread over the last year and over the people. */
public final class Bulk {

    private static final int AT_ONCE = 50_000;

    private final State state;
    private final UUID recordedPerson;
    private final List<Caller> people;
    private final Map<String, String> expressions;

    /**
     * @param state the rows to copy
     * @param expressions SQL for columns that shall differ, by table and column; it may use {@code i}, the number of the
     *     copy, and {@code r}, the recorded row
     */
    public Bulk(Recording recording, State state, List<Caller> people, Map<String, String> expressions) {
        this.state = state;
        this.recordedPerson = recording.person();
        this.people = people;
        this.expressions = expressions;
    }

    public void load(Connection admin, long count, LongConsumer progress) throws SQLException {
        // Foreign keys are not looked at again: the rows are copies of such that were.
        Cluster.execute(admin, "set session_replication_role = replica");
        long instance = Cluster.number(admin, next(Table.INSTANCES));
        long visit = Cluster.number(admin, next(Table.VISITS));
        for (long from = 1; from <= count; from += AT_ONCE) {
            long to = Math.min(count, from + AT_ONCE - 1);
            for (Map.Entry<Table, List<Map<String, @Nullable String>>> rows :
                    state.rows().entrySet()) {
                if (!rows.getValue().isEmpty()) {
                    Cluster.execute(
                            admin,
                            insert(rows.getKey(), rows.getValue(), new Numbers(from, to, count, instance, visit)));
                }
            }
            progress.accept(to);
        }
        Cluster.execute(admin, "set session_replication_role = origin");
        advance(admin, Table.INSTANCES, instance + count + 1);
        advance(admin, Table.VISITS, visit + count * visits() + 1);
        for (Table table : state.rows().keySet()) {
            Cluster.execute(admin, "vacuum (analyze) " + table.name());
        }
        Cluster.execute(admin, "checkpoint");
    }

    /** Copies to write, and the ids before the first one's. */
    private record Numbers(long from, long to, long count, long instance, long visit) {}

    private static String next(String table) {
        return "select nextval(pg_get_serial_sequence('" + table + "', 'id'))";
    }

    private static void advance(Connection admin, String table, long to) throws SQLException {
        Cluster.text(admin, "select setval(pg_get_serial_sequence('" + table + "', 'id'), " + to + ")");
    }

    private int visits() {
        return state.rows().entrySet().stream()
                .filter(rows -> rows.getKey().name().equals(Table.VISITS))
                .mapToInt(rows -> rows.getValue().size())
                .sum();
    }

    private String insert(Table table, List<Map<String, @Nullable String>> rows, Numbers numbers) {
        Change recorded = Change.insert(table, rows);
        List<String> values = new ArrayList<>();
        for (Map<String, @Nullable String> row : rows) {
            values.add(recorded.columns().stream()
                    .map(column -> literal(row.get(column)) + "::" + table.type(column))
                    .collect(Collectors.joining(", ", "(" + values.size() + ", ", ")")));
        }
        String columns = String.join(", ", recorded.columns());
        return "insert into " + table.name() + " (" + columns + ") select "
                + recorded.columns().stream()
                        .map(column -> value(table, column, rows.getFirst(), numbers))
                        .collect(Collectors.joining(", "))
                + " from generate_series(" + numbers.from() + "::bigint, " + numbers.to() + ") i cross join (values "
                + String.join(", ", values) + ") r (n, " + columns + ") order by i, n";
    }

    private String value(Table table, String column, Map<String, @Nullable String> row, Numbers numbers) {
        String expression = expressions.get(table.name() + "." + column);
        if (expression != null) {
            return expression;
        }
        return switch (table.source(column, row)) {
            case Source.InstanceId ignored -> numbers.instance() + " + i";
            case Source.VisitId ignored -> numbers.visit() + " + (i - 1) * " + visits() + " + r.number";
            case Source.Moment ignored -> moment(column, numbers);
            case Source.Constant ignored -> constant(table, column, numbers);
        };
    }

    private String constant(Table table, String column, Numbers numbers) {
        return switch (table.type(column)) {
            case "timestamp with time zone" -> moment(column, numbers);
            case "uuid" ->
                "case when r." + column + " = '" + recordedPerson + "' then (" + anybody() + ")[1 + i % "
                        + people.size() + "] else r." + column + " end";
            default -> "r." + column;
        };
    }

    /** The newest now, the others every half minute before; unset stays unset. */
    private static String moment(String column, Numbers numbers) {
        return "case when r." + column + " is not null then now() - (" + numbers.count()
                + " - i) * interval '30 seconds' end";
    }

    private String anybody() {
        return people.stream()
                .map(person -> "'" + person.userId() + "'")
                .collect(Collectors.joining(", ", "array[", "]::uuid[]"));
    }

    private static String literal(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
