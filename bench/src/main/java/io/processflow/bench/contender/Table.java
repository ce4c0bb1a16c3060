package io.processflow.bench.contender;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the tables that every instance has rows in, as the database describes it.
 *
 * @param key what tells the rows of one instance apart
 * @param guard the column that must still be as it was when a row is changed
 * @param columns names with their types, without what the database computes itself
 */
public record Table(String name, String instance, String key, String guard, Map<String, String> columns) {

    static final String INSTANCES = "process_instance";
    static final String VISITS = "flow_element_instance";
    static final String VARIABLES = "data_object_instance";
    static final String EVENTS = "process_instance_event";

    /** In the order in which the product locks and writes them. */
    static List<Table> all(Connection admin) throws SQLException {
        List<Table> all = new ArrayList<>();
        all.add(table(admin, INSTANCES, "id", "id", "last_event_number"));
        all.add(table(admin, VISITS, "is_part_of", "number", "status"));
        all.add(table(admin, VARIABLES, "is_part_of", "name", "name"));
        all.add(table(admin, EVENTS, "is_part_of", "number", "number"));
        return all;
    }

    private static Table table(Connection admin, String name, String instance, String key, String guard)
            throws SQLException {
        try (PreparedStatement query = admin.prepareStatement("""
                select attname, format_type(atttypid, null) from pg_attribute
                 where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                 order by attnum""")) {
            query.setString(1, name);
            Map<String, String> columns = new LinkedHashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    columns.put(row.getString(1), row.getString(2));
                }
            }
            if (name.equals(VARIABLES)) {
                // The product lets the database count them, too.
                columns.remove("id");
            }
            return new Table(name, instance, key, guard, columns);
        }
    }

    String select() {
        String values = columns.keySet().stream()
                .map(column -> column + "::text as " + column)
                .collect(Collectors.joining(", "));
        return "select " + values + " from " + name + " where " + instance + " = ? order by " + name + "." + key;
    }

    String type(String column) {
        String type = columns.get(column);
        if (type == null) {
            throw new IllegalArgumentException("expected a column of " + name + ", but got " + column);
        }
        return type;
    }

    /** What stands in the place of a recorded value when the row is written for another instance. */
    Source source(String column, Map<String, @Nullable String> row) {
        String value = row.get(column);
        if (column.equals(instance)) {
            return new Source.InstanceId();
        }
        if (name.equals(VISITS) && column.equals("id")) {
            return new Source.VisitId(Integer.parseInt(String.valueOf(row.get("number"))));
        }
        if (value != null && type(column).equals("timestamp with time zone")) {
            return new Source.Moment();
        }
        return new Source.Constant(value);
    }
}
