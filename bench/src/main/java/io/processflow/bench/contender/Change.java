package io.processflow.bench.contender;

import io.processflow.bench.contender.Recording.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one command does to one table: rows to insert, or rows to change where the guard still is as it was.
 *
 * @param columns in an update the id and the guard come first
 * @param rows values in the order of the columns
 */
record Change(Table table, boolean insert, List<String> columns, List<List<Source>> rows) {

    /** The changes of every command of a recording, given by another person. */
    static List<List<Change>> commands(Recording recording, UUID person) {
        List<List<Change>> commands = new ArrayList<>();
        State before = new State(Map.of());
        for (State recorded : recording.states()) {
            State after = given(recorded, recording.person(), person);
            commands.add(between(before, after));
            before = after;
        }
        return commands;
    }

    private static State given(State state, UUID by, UUID person) {
        Map<Table, List<Map<String, @Nullable String>>> all = new LinkedHashMap<>();
        state.rows().forEach((table, rows) -> {
            List<Map<String, @Nullable String>> own = new ArrayList<>();
            for (Map<String, @Nullable String> row : rows) {
                Map<String, @Nullable String> values = new LinkedHashMap<>(row);
                values.replaceAll(
                        (column, value) -> value == null ? null : value.replace(by.toString(), person.toString()));
                own.add(values);
            }
            all.put(table, own);
        });
        return new State(all);
    }

    private static List<Change> between(State before, State after) {
        List<Change> changes = new ArrayList<>();
        after.rows().forEach((table, rows) -> {
            Map<String, Map<String, @Nullable String>> old = before.rows().getOrDefault(table, List.of()).stream()
                    .collect(Collectors.toMap(row -> String.valueOf(row.get(table.key())), row -> row));
            List<Map<String, @Nullable String>> fresh = new ArrayList<>();
            List<Map<String, @Nullable String>> changed = new ArrayList<>();
            for (Map<String, @Nullable String> row : rows) {
                Map<String, @Nullable String> known = old.get(String.valueOf(row.get(table.key())));
                if (known == null) {
                    fresh.add(row);
                } else if (!known.equals(row)) {
                    changed.add(row);
                }
            }
            if (!changed.isEmpty()) {
                changes.add(update(table, changed, old));
            }
            if (!fresh.isEmpty()) {
                changes.add(insert(table, fresh));
            }
        });
        return changes;
    }

    /** All columns that hold anything. */
    static Change insert(Table table, List<Map<String, @Nullable String>> rows) {
        List<String> columns = table.columns().keySet().stream()
                .filter(column -> rows.stream().anyMatch(row -> row.get(column) != null))
                .toList();
        return new Change(
                table,
                true,
                columns,
                rows.stream().map(row -> sources(table, columns, row)).toList());
    }

    private static Change update(
            Table table, List<Map<String, @Nullable String>> rows, Map<String, Map<String, @Nullable String>> old) {
        Set<String> changed = new LinkedHashSet<>();
        for (Map<String, @Nullable String> row : rows) {
            Map<String, @Nullable String> known = Objects.requireNonNull(old.get(String.valueOf(row.get(table.key()))));
            row.keySet().stream()
                    .filter(column -> !Objects.equals(row.get(column), known.get(column)))
                    .forEach(changed::add);
        }
        List<String> columns = new ArrayList<>(List.of("id", "guard"));
        columns.addAll(changed);
        List<List<Source>> values = new ArrayList<>();
        for (Map<String, @Nullable String> row : rows) {
            Map<String, @Nullable String> known = Objects.requireNonNull(old.get(String.valueOf(row.get(table.key()))));
            List<Source> own = new ArrayList<>();
            own.add(table.source("id", row));
            own.add(new Source.Constant(known.get(table.guard())));
            own.addAll(sources(table, List.copyOf(changed), row));
            values.add(own);
        }
        return new Change(table, false, columns, values);
    }

    private static List<Source> sources(Table table, List<String> columns, Map<String, @Nullable String> row) {
        return columns.stream().map(column -> table.source(column, row)).toList();
    }

    String type(String column) {
        return table.type(column.equals("guard") ? table.guard() : column);
    }

    /** The columns that an update sets. */
    private List<String> set() {
        return columns.subList(2, columns.size());
    }

    /** One statement for one command; a parameter for each value. */
    String single() {
        String row = columns.stream().map(column -> "?::" + type(column)).collect(Collectors.joining(", ", "(", ")"));
        String values = rows.stream().map(ignored -> row).collect(Collectors.joining(", ", "values ", ""));
        return insert
                ? "insert into " + table.name() + " (" + String.join(", ", columns) + ") " + values
                : update("(" + values + ")", "");
    }

    /** One statement for many commands; a parameter for each column, and one more with all ids for an update. */
    String bulk() {
        String arrays = columns.stream()
                .map(column -> "?::" + Source.arrayType(type(column)) + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        if (!insert) {
            return update(arrays, " and target.id = any(?)");
        }
        return "insert into " + table.name() + " (" + String.join(", ", columns) + ") select "
                + columns.stream().map(column -> column + "::" + type(column)).collect(Collectors.joining(", "))
                + " from " + arrays + " as row (" + String.join(", ", columns) + ")";
    }

    private String update(String rows, String also) {
        return "update " + table.name() + " target set "
                + set().stream()
                        .map(column -> column + " = row." + column + "::" + type(column))
                        .collect(Collectors.joining(", "))
                + " from " + rows + " as row (" + String.join(", ", columns) + ") where target.id = row.id and target."
                + table.guard() + " = row.guard::" + type("guard") + also;
    }
}
