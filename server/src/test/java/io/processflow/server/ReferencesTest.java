package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declared references are cheap to check when a parent goes; the undeclared ones of the hot tables are proved by a query. */
class ReferencesTest {

    private static final Set<String> HOT =
            Set.of("flow_element_instance", "data_object_instance", "process_instance_event", "activity_call");
    /** Accounts stay as tombstones. */
    private static final Set<String> NEVER_DELETED = Set.of("\"user\"");

    private static FreshDatabase database;
    private static JdbcClient db;
    private static SampleTeams.Rows rows;

    @BeforeAll
    static void twoTeams() {
        database = FreshDatabase.migrated();
        db = database.jdbc();
        rows = new SampleTeams(db).team("ana");
        new SampleTeams(db).team("boris");
    }

    record ForeignKey(String name, String child, String parent, Set<String> columns, String deleteRule) {}

    @Test
    void everyForeignKeyWhoseParentCanGoIsCoveredByAnIndex() {
        List<ForeignKey> keys = foreignKeys();
        assertThat(keys).hasSizeGreaterThan(40);
        assertThat(keys)
                .filteredOn(key -> !NEVER_DELETED.contains(key.parent()))
                .filteredOn(key -> !HOT.contains(key.child()))
                .allSatisfy(key -> assertThat(leadingColumns(key))
                        .as("columns of the indexes on %s, for %s", key.child(), key)
                        .anyMatch(index -> covers(index, key)));
    }

    @Test
    void aHotTableDeclaresOneForeignKeyAndHasOneIndexByInstance() {
        for (String table : HOT) {
            assertThat(foreignKeys())
                    .filteredOn(key -> key.child().equals(table))
                    .singleElement()
                    .satisfies(key -> assertThat(key.parent()).isEqualTo("process_instance"));
            assertThat(db.sql("""
                            select pg_get_indexdef(indexrelid) from pg_index
                             where indrelid = :table::regclass and not indisprimary and indpred is null""").param("table", table).query(String.class).list())
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(index -> assertThat(index).contains("(is_part_of, "));
        }
    }

    @Test
    void rowsOfOneTeamNameOnlyRowsOfThatTeam() {
        long foreignRole = new SampleTeams(db).team("carla").id("role");
        assertThatThrownBy(() -> db.sql("update profile_role_team set role_id = :role where team_id = :team")
                        .param("role", foreignRole)
                        .param("team", rows.team())
                        .update())
                .hasStackTraceContaining("profile_role_team_role_fkey");
        assertThatThrownBy(() -> db.sql("update process_instance set process_model_id = process_model_id + 1"
                                + " where team_id = :team")
                        .param("team", rows.team())
                        .update())
                .hasStackTraceContaining("process_instance_version_fkey");
    }

    @Test
    void aModelGoesWithWhatWasPublishedUnlessItHasHistory() {
        FreshDatabase own = FreshDatabase.migrated();
        SampleTeams.Rows team = new SampleTeams(own.jdbc()).team("dora");
        JdbcClient runtime = own.jdbcAs("processflow_runtime", team.team());
        runtime.sql("update process_model set published_version = 1").update();
        assertThatThrownBy(() -> runtime.sql("delete from process_model").update())
                .hasStackTraceContaining("process_instance_version_fkey");
        assertThat(runtime.sql("delete from process_instance").update()).isOne();
        assertThat(runtime.sql("delete from process_model").update()).isOne();
        for (String gone : List.of(
                "process_model_version", "process_model_editor", "flow_element", "and_join_element", "activity_call")) {
            assertThat(count(own.jdbc(), gone)).as(gone).isZero();
        }
        assertThat(own.jdbc()
                        .sql("select count(*) from reward where flow_element_instance_id is null")
                        .query(Integer.class)
                        .single())
                .as("the ledger stays")
                .isOne();
        assertThat(own.jdbc().sql("delete from team").update()).isOne();
        assertThat(count(own.jdbc(), "reward")).isZero();
    }

    @Test
    void whatTheHotTablesNameIsThere() throws IOException {
        assertThat(unreferenced(database)).isEmpty();
    }

    @Test
    void everyBrokenReferenceOfTheHotTablesIsFound() throws IOException {
        FreshDatabase broken = FreshDatabase.migrated();
        SampleTeams.Rows ours = new SampleTeams(broken.jdbc()).team("ana");
        SampleTeams.Rows theirs = new SampleTeams(broken.jdbc()).team("boris");
        breakEveryReference(broken.jdbc(), ours, theirs);
        assertThat(unreferenced(broken))
                .containsExactlyInAnyOrder(
                        "flow_element_instance.instance_of",
                        "flow_element_instance.assigned_role_id",
                        "flow_element_instance.completed_by",
                        "flow_element_instance.claimed_by",
                        "flow_element_instance.acting_profile_id",
                        "activity_call.flow_element_instance_id",
                        "process_model.startable_by",
                        // The other instance and all that is part of it, said to be of another team than their
                        // instance.
                        "flow_element_instance.team_id",
                        "flow_element_instance.instance_of",
                        "flow_element_instance.assigned_role_id",
                        "data_object_instance.team_id",
                        "process_instance_event.team_id",
                        "activity_call.team_id",
                        "reward.team_id");
    }

    @Test
    void everyImplausibleRowOfTheHotTablesIsFound() throws IOException {
        FreshDatabase broken = FreshDatabase.migrated();
        new SampleTeams(broken.jdbc()).team("ana");
        assertThat(found(broken, "implausible", "fault")).isEmpty();
        for (String change : List.of(
                "process_instance set last_event_number = -1, title = repeat('x', 256),"
                        + " completed_at = case when completed_at is null then now() end",
                "flow_element_instance set number = -number, status = 'Completed', completed_at = null,"
                        + " claimed_by = gen_random_uuid(), claimed_at = null",
                "data_object_instance set name = ''",
                "process_instance_event set number = 0")) {
            broken.jdbc().sql("update " + change).update();
        }
        assertThat(new TreeSet<>(found(broken, "implausible", "fault")))
                .containsExactlyInAnyOrder(
                        "process_instance.a counter below 0",
                        "process_instance.completed_at and status differ",
                        "process_instance.title over 255 characters",
                        "flow_element_instance.number below 1",
                        "flow_element_instance.completed without a moment",
                        "flow_element_instance.claimed_by and claimed_at differ",
                        "data_object_instance.name not of 1 to 255 characters",
                        "process_instance_event.number below 1");
    }

    private static void breakEveryReference(JdbcClient db, SampleTeams.Rows ours, SampleTeams.Rows theirs) {
        db.sql("""
                        update flow_element_instance
                           set instance_of = 0, assigned_role_id = :foreignRole, completed_by = :nobody, claimed_by = :nobody,
                               claimed_at = now(), acting_profile_id = :nobody
                         where team_id = :team""")
                .params(Map.of("foreignRole", theirs.id("role"), "nobody", UUID.randomUUID(), "team", ours.team()))
                .update();
        db.sql("update activity_call set flow_element_instance_id = :foreign where team_id = :team")
                .params(Map.of("foreign", theirs.id("flow_element_instance"), "team", ours.team()))
                .update();
        db.sql("update process_model set startable_by = array[:foreign] where belongs_to = :team")
                .params(Map.of("foreign", theirs.id("role"), "team", ours.team()))
                .update();
        for (String table : HOT) {
            db.sql("update " + table + " set team_id = :ours where team_id = :theirs")
                    .params(Map.of("ours", ours.team(), "theirs", theirs.team()))
                    .update();
        }
    }

    private static List<String> unreferenced(FreshDatabase database) throws IOException {
        return found(database, "unreferenced", "reference");
    }

    /** What a check of db/checks finds, with what it says in that column. */
    private static List<String> found(FreshDatabase database, String check, String column) throws IOException {
        try (InputStream query = ReferencesTest.class.getResourceAsStream("/db/checks/" + check + ".sql")) {
            return database.jdbcAs("processflow_worker")
                    .sql(new String(query.readAllBytes(), StandardCharsets.UTF_8))
                    .query((row, number) -> row.getString("table_name") + "." + row.getString(column))
                    .list();
        }
    }

    private static int count(JdbcClient db, String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static List<ForeignKey> foreignKeys() {
        return db.sql("""
                        select k.conname, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent, k.confdeltype,
                               array(select attname::text from pg_attribute where attrelid = k.conrelid and attnum = any (k.conkey)) as columns
                          from pg_constraint k
                         where k.contype = 'f'
                           and k.connamespace = current_schema()::regnamespace""")
                .query((row, number) -> new ForeignKey(
                        row.getString("conname"),
                        row.getString("child"),
                        row.getString("parent"),
                        Set.of((String[]) row.getArray("columns").getArray()),
                        row.getString("confdeltype")))
                .list();
    }

    /** The columns of each index that could find a parent's children, in the index's order; a unique one says so last. */
    private static List<List<String>> leadingColumns(ForeignKey key) {
        return db.sql("""
                        select array(select coalesce(a.attname::text, 'expression')
                                       from unnest(i.indkey) with ordinality as part (number, place)
                                       left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number and part.number > 0
                                      order by place) as columns
                          from pg_index i
                         where i.indrelid = cast(:child as regclass)
                           and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')""")
                .param("child", key.child())
                .query((row, number) ->
                        List.of((String[]) row.getArray("columns").getArray()))
                .list();
    }

    /**
     * The index begins with the key's columns, in any order. The column that names the team may be missing among them, because
     * the others already say which team it is; so may the version, which narrows a model's rows no further than is needed to
     * see that the model has some.
     */
    private static boolean covers(List<String> index, ForeignKey key) {
        List<String> needed = key.columns().stream()
                .filter(column -> key.columns().size() == 1
                        || !Set.of("team_id", "belongs_to", "version", "published_version")
                                .contains(column))
                .toList();
        return index.stream().takeWhile(key.columns()::contains).toList().containsAll(needed);
    }
}
