package io.processflow.server.platform;

import java.lang.reflect.Array;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays, so that one statement writes them all ({@code unnest}). */
public final class ColumnArrays {

    private final List<Class<?>> types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();
    private int rows;

    /** @param types of each column's values: Long, Integer, Boolean, String, UUID, or Instant, which is sent as microseconds */
    public ColumnArrays(Class<?>... types) {
        this.types = List.of(types);
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** One row, its values in the order of the columns. */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("expected " + columns.size() + " values, but got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        rows++;
    }

    public int rows() {
        return rows;
    }

    /** Adds the statement, whose first parameters are the arrays in order; with no rows it is left out. */
    public void writeIn(RoundTrip trip, String sql, Object... more) {
        if (rows == 0) {
            return;
        }
        Object[] values = new Object[columns.size() + more.length];
        for (int i = 0; i < columns.size(); i++) {
            values[i] = column(i);
        }
        System.arraycopy(more, 0, values, columns.size(), more.length);
        trip.add(sql, values);
    }

    /** The values of one column, as they are sent. */
    public Object column(int index) {
        return array(types.get(index), columns.get(index));
    }

    private static Object array(Class<?> type, List<@Nullable Object> values) {
        if (type == Instant.class) {
            return values.stream()
                    .map(at -> at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) at))
                    .toArray(Long[]::new);
        }
        return values.toArray((Object[]) Array.newInstance(type, 0));
    }
}
