package io.processflow.server.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Columns of many rows as arrays, so that one statement writes them all ({@code unnest}). */
public final class ColumnArrays {

    private final List<String> types = new ArrayList<>();
    private final List<List<@Nullable Object>> columns = new ArrayList<>();
    private int rows;

    /** @param types the SQL type of each column's elements */
    public ColumnArrays(String... types) {
        for (String type : types) {
            this.types.add(type);
            columns.add(new ArrayList<>());
        }
    }

    /** One row, its values in the order of the columns. */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("expected " + columns.size() + " values, but got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(stored(values[i]));
        }
        rows++;
    }

    /** Runs the statement, whose parameters are the arrays in order; with no rows it is not run. */
    public int write(JdbcTemplate jdbc, String sql) {
        if (rows == 0) {
            return 0;
        }
        return jdbc.update(sql, statement -> {
            for (int i = 0; i < columns.size(); i++) {
                Object[] values = columns.get(i).toArray();
                statement.setArray(i + 1, statement.getConnection().createArrayOf(types.get(i), values));
            }
        });
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case Instant at -> Timestamp.from(at);
            case UUID id -> id;
            case null, default -> value;
        };
    }
}
