package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live catalog against seed-schema.csv: every table, key field and enum value the product's owner named is there. */
class SchemaTest {

    private static final Pattern CAPITAL_OR_DIGIT = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])");

    private static JdbcClient db;

    @BeforeAll
    static void database() {
        db = FreshDatabase.migrated().jdbc();
    }

    @Test
    void everyKeyFieldOfTheSeedIsAColumnOfItsTable() throws IOException {
        Set<String> missing = new TreeSet<>();
        List<Line> fields = seed("field");
        for (Line field : fields) {
            String column =
                    CAPITAL_OR_DIGIT.matcher(field.name()).replaceAll("_").toLowerCase(Locale.ROOT);
            String found = columns(field.of()).get(column);
            if (!field.type().equals(found)) {
                missing.add("%s.%s: expected %s, found %s".formatted(field.of(), column, field.type(), found));
            }
        }
        assertThat(missing).isEmpty();
        assertThat(fields).hasSize(83);
    }

    @Test
    void everyTableOfTheSeedHasThePrimaryKeyItNames() throws IOException {
        List<Line> keys = seed("key");
        assertThat(keys)
                .hasSize(24)
                .allSatisfy(key -> assertThat(primaryKey(key.of()))
                        .as("primary key of %s", key.of())
                        .isEqualTo(Map.of(key.name(), key.type())));
    }

    @Test
    void enumsHaveTheSeedsValuesInItsOrderAndOursAfterThem() throws IOException {
        Map<String, List<String>> expected = seed("value").stream()
                .collect(Collectors.groupingBy(Line::of, Collectors.mapping(Line::name, Collectors.toList())));
        assertThat(expected)
                .hasSize(2)
                .allSatisfy((type, values) -> assertThat(enumValues(type)).startsWith(values.toArray(String[]::new)));
        assertThat(enumValues("node_type")).hasSize(9);
        assertThat(enumValues("flow_element_instance_status")).hasSize(6).endsWith("Cancelled");
        assertThat(enumValues("process_instance_status"))
                .containsExactly("Running", "On Hold", "Completed", "Error", "Cancelled");
        assertThat(enumValues("node_definition_visibility")).containsExactly("Public", "Team");
    }

    @Test
    void whatTheSeedDoesNotNameSaysWhatItIsFor() throws IOException {
        Set<String> named = seed("key").stream().map(Line::of).collect(Collectors.toSet());
        assertThat(db.sql("""
                        select c.relname
                          from pg_class c
                         where c.relnamespace = current_schema()::regnamespace
                           and c.relkind = 'r'
                           and obj_description(c.oid, 'pg_class') is null
                           and c.relname <> 'flyway_schema_history'""").query(String.class).set()).isSubsetOf(named);
    }

    @Test
    void everyTableTellsWhenItsRowsWereMade() {
        assertThat(db.sql("""
                        select c.relname
                          from pg_class c
                         where c.relnamespace = current_schema()::regnamespace
                           and c.relkind = 'r'
                           and not exists (select
                                             from pg_attribute a
                                            where a.attrelid = c.oid
                                              and a.attname = 'created_at'
                                              and a.attnotnull
                                              and a.atttypid = 'timestamptz'::regtype)""").query(String.class).set())
                .containsExactlyInAnyOrder("flyway_schema_history", "process_instance_event");
    }

    @Test
    void rulesStandInTheServerNotInTriggersOrFunctions() {
        assertThat(db.sql("select tgname from pg_trigger where not tgisinternal")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(db.sql("select proname from pg_proc where pronamespace = current_schema()::regnamespace")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theStandardActivityNodeIsBuiltIn() {
        assertThat(db.sql("""
                        select string_agg(concat_ws(' ', d.id, d.definition ->> 'name', d.definition ->> 'executionMode',
                                                    d.definition ->> 'executionUrl', d.visibility, v.version), ', ')
                          from node_definition d
                          join node_definition_version v on v.node_definition_id = d.id and v.definition = d.definition
                         where d.team_id is null""").query(String.class).single())
                .isEqualTo("1 Standard Activity Node Manual /instance/task/activity Public 1");
        assertThat(db.sql("""
                        select distinct option #>> '{}'
                          from node_definition d,
                               jsonb_path_query(d.definition, 'strict $.optionsDefinition.structure.**.keyString') as option
                         where d.id = 1""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "activityType", "inputRegex", "choices", "infoText", "outputs.userInputVariableName");
        assertThat(db.sql("""
                        select kind #>> '{}'
                          from node_definition d,
                               jsonb_path_query(d.definition, '$.optionsDefinition.structure[*].options[*].values[*]') as kind
                         where d.id = 1""").query(String.class).list())
                .containsExactly("Text input", "Single choice", "Multiple Choice", "Info");
        assertThat(db.sql("select nextval(pg_get_serial_sequence('node_definition', 'id'))")
                        .query(Long.class)
                        .single())
                .as("ids below are kept for what is built in")
                .isGreaterThan(1000);
    }

    private static Map<String, String> columns(String table) {
        return db.sql("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
                          from pg_attribute a
                         where a.attrelid = to_regclass(quote_ident(:table))
                           and a.attnum > 0
                           and not a.attisdropped""").param("table", table).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (String) row.get("type")));
    }

    private static Map<String, String> primaryKey(String table) {
        return db.sql("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
                          from pg_index i
                          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                         where i.indrelid = to_regclass(quote_ident(:table))
                           and i.indisprimary""").param("table", table).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (String) row.get("type")));
    }

    private static List<String> enumValues(String type) {
        return db.sql("select enumlabel from pg_enum where enumtypid = :type::regtype order by enumsortorder")
                .param("type", type)
                .query(String.class)
                .list();
    }

    private static List<Line> seed(String kind) throws IOException {
        try (InputStream file = SchemaTest.class.getResourceAsStream("/seed-schema.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + ";"))
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Line(cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    /** A field, the primary key or an enum's value: of which table or type, its name, and its type in PostgreSQL. */
    private record Line(String of, String name, String type) {}
}
