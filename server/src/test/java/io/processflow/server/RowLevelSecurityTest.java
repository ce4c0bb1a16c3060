package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team's rows stay its own even where a query forgets to ask for the team. */
class RowLevelSecurityTest {

    private static final String RUNTIME = "processflow_runtime";
    private static final String WORKER = "processflow_worker";
    private static final String SEARCH = "processflow_search";

    private static FreshDatabase database;
    private static JdbcClient db;
    private static SampleTeams.Rows ours;
    private static SampleTeams.Rows theirs;
    private static JdbcClient outside;
    private static JdbcClient inOurs;
    private static JdbcClient inBoth;

    @BeforeAll
    static void twoTeams() {
        database = FreshDatabase.migrated();
        db = database.jdbc();
        ours = new SampleTeams(db).team("ana");
        theirs = new SampleTeams(db).team("boris");
        outside = database.jdbcAs(RUNTIME);
        inOurs = database.jdbcAs(RUNTIME, ours.team());
        inBoth = database.jdbcAs(RUNTIME, ours.team(), theirs.team());
    }

    /** Every table of team data, with the column that names the team. */
    static List<TeamTable> teamTables() {
        return db.sql("""
                        select c.relname as name, a.attname as team_column
                          from pg_class c
                          join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = current_schema()::regnamespace
                           and c.relkind in ('r', 'p')
                           and (a.attname = 'team_id'
                             or (c.relname, a.attname) in (('process_model', 'belongs_to'), ('team', 'id')))
                         order by c.relname""").query(TeamTable.class).list();
    }

    record TeamTable(String name, String teamColumn) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void everyTableButThoseOfNobodysTeamIsTeamData() {
        assertThat(db.sql("""
                        select relname from pg_class
                         where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')""").query(String.class).set())
                .hasSize(teamTables().size() + 9)
                .contains(
                        "flyway_schema_history",
                        "user",
                        "session",
                        "account",
                        "verification",
                        "config",
                        "idempotency",
                        "rate_limit",
                        "installation_key");
    }

    @ParameterizedTest
    @MethodSource("teamTables")
    void rowSecurityIsForcedAndChecksWhatIsWritten(TeamTable table) {
        assertThat(db.sql("select relrowsecurity and relforcerowsecurity from pg_class where oid = :name::regclass")
                        .param("name", table.name())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(db.sql("""
                        select count(*) from pg_policies
                         where tablename = :name
                           and :role = any (roles)
                           and cmd in ('ALL', 'INSERT')
                           and with_check like '%app.team_ids%'""")
                        .param("name", table.name())
                        .param("role", RUNTIME)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("teamTables")
    void withoutATeamNoRowIsSeen(TeamTable table) {
        assertThat(teamsSeen(outside, table)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("teamTables")
    void onlyTheNamedTeamsRowsAreSeen(TeamTable table) {
        assertThat(teamsSeen(db, table)).contains(ours.team(), theirs.team());
        assertThat(teamsSeen(inOurs, table)).containsExactly(ours.team());
        assertThat(teamsSeen(inBoth, table)).containsExactlyInAnyOrder(ours.team(), theirs.team());
    }

    @ParameterizedTest
    @MethodSource("teamTables")
    void anotherTeamsRowCanNotBeWritten(TeamTable table) {
        // A copy of a row of theirs: whatever it violates besides, the policy is asked first.
        String copy = "insert into %1$s select (jsonb_populate_record(null::%1$s, cast(? as jsonb))).*"
                .formatted(table.name());
        String row = db.sql("select to_jsonb(t)::text from %s t where %s = :team limit 1"
                        .formatted(table.name(), table.teamColumn()))
                .param("team", theirs.team())
                .query(String.class)
                .single();
        assertThatThrownBy(() -> inOurs.sql(copy).param(row).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("new row violates row-level security policy");
    }

    @Test
    void rowsCanNotBeGivenToAnotherTeamNorTakenFromIt() {
        assertThat(inOurs.sql("update process_model set name = 'Taken'").update())
                .isOne();
        assertThat(inOurs.sql("delete from role where id = :id")
                        .param("id", theirs.id("role"))
                        .update())
                .isZero();
        assertThatThrownBy(() -> inOurs.sql("update flow_element_instance set team_id = :team")
                        .param("team", theirs.team())
                        .update())
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theServersRolesOwnNothingAndByPassNothing() {
        for (String role : List.of(RUNTIME, WORKER, SEARCH)) {
            assertThat(db.sql("""
                            select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
                              from pg_roles where rolname = :role""").param("role", role).query(Boolean.class).single())
                    .isFalse();
            assertThat(db.sql("select count(*) from pg_shdepend where deptype = 'o' and refobjid = :role::regrole")
                            .param("role", role)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        for (String other : List.of(WORKER, SEARCH)) {
            assertThat(db.sql("select pg_has_role(:runtime, :other, 'MEMBER')")
                            .param("runtime", RUNTIME)
                            .param("other", other)
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void theRoleForSearchingReadsTheTitlesOfTasksAndNothingElse() {
        assertThat(db.sql("""
                        select c.relname || '.' || a.attname
                          from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relnamespace = current_schema()::regnamespace
                           and c.relkind in ('r', 'p', 'v', 'm')
                           and has_column_privilege(:search, c.oid, a.attnum, 'select')""").param("search", SEARCH).query(String.class).set())
                .isEqualTo(Set.of(
                        "flow_element_instance.id",
                        "flow_element_instance.status",
                        "flow_element_instance.assigned_role_id",
                        "flow_element_instance.title"));
        assertThat(db.sql("""
                        select count(*) from pg_class c
                         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                           and (has_any_column_privilege(:search, c.oid, 'insert, update')
                             or has_table_privilege(:search, c.oid, 'delete, truncate'))""").param("search", SEARCH).query(Integer.class).single())
                .isZero();
    }

    @Test
    void noFunctionOrViewLendsItsOwnersRights() {
        assertThat(db.sql("""
                        select proname from pg_proc
                         where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)""").query(String.class).list()).isEmpty();
        assertThat(db.sql("""
                        select relname from pg_class
                         where relkind in ('v', 'm')
                           and relnamespace = current_schema()::regnamespace
                           and not coalesce('security_invoker=true' = any (reloptions), false)""").query(String.class).list()).isEmpty();
    }

    @Test
    void nothingIsGrantedToEverybody() {
        assertThat(db.sql("""
                        select c.relname
                          from pg_class c, lateral aclexplode(c.relacl) granted
                         where c.relnamespace = current_schema()::regnamespace
                           and granted.grantee = 0""").query(String.class).list()).isEmpty();
        assertThat(db.sql("""
                        select count(*)
                          from pg_namespace n, lateral aclexplode(n.nspacl) granted
                         where n.nspname = current_schema()
                           and granted.grantee = 0""").query(Integer.class).single()).isZero();
    }

    @Test
    void everyTableIsGrantedToTheRuntimeRoleButOnlyAddedToWhereItIsALog() {
        assertThat(db.sql("""
                        select relname from pg_class
                         where relkind = 'r'
                           and relnamespace = current_schema()::regnamespace
                           and not has_table_privilege('processflow_runtime', oid, 'select')""").query(String.class).list()).containsExactly("flyway_schema_history");
        assertThat(db.sql("""
                        select relname from pg_class
                         where relkind = 'r'
                           and relnamespace = current_schema()::regnamespace
                           and has_table_privilege('processflow_runtime', oid, 'insert')
                           and not has_any_column_privilege('processflow_runtime', oid, 'update')
                           and not has_table_privilege('processflow_runtime', oid, 'delete')""").query(String.class).set())
                .isEqualTo(Set.of(
                        "flow_element",
                        "start_element",
                        "activity_element",
                        "end_element",
                        "gateway_element",
                        "and_split_element",
                        "and_join_element",
                        "process_instance_event",
                        "node_definition_version",
                        "reward",
                        "installation_key"));
    }

    @Test
    void ofWhatWasPublishedOnlyTheNameCanBeChanged() {
        assertThat(db.sql("""
                        select attname from pg_attribute
                         where attrelid = 'process_model_version'::regclass and attnum > 0 and not attisdropped
                           and has_column_privilege(:runtime, attrelid, attnum, 'update')""").param("runtime", RUNTIME).query(String.class).list())
                .containsExactly("name");
        assertThat(db.sql("select has_table_privilege(:runtime, 'process_model_version', 'delete, truncate')")
                        .param("runtime", RUNTIME)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** Built-in definitions, which are no team's, are left out. */
    private static List<Long> teamsSeen(JdbcClient jdbc, TeamTable table) {
        return jdbc.sql("select distinct %1$s from %2$s where %1$s is not null"
                        .formatted(table.teamColumn(), table.name()))
                .query(Long.class)
                .list();
    }
}
