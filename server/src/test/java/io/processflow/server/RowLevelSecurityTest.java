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
        for (String role : List.of(RUNTIME, WORKER)) {
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
        assertThat(db.sql("select pg_has_role(:runtime, :worker, 'MEMBER')")
                        .param("runtime", RUNTIME)
                        .param("worker", WORKER)
                        .query(Boolean.class)
                        .single())
                .isFalse();
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
                        "process_model_version",
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
    void theWorkerSeesWhatRunsInEveryTeamButNotWhoSomebodyIs() {
        JdbcClient worker = database.jdbcAs(WORKER);
        for (String table : List.of(
                "process_instance",
                "flow_element_instance",
                "data_object_instance",
                "process_instance_event",
                "activity_call",
                "statistics",
                "reward",
                "flow_element",
                "start_element",
                "process_model_version",
                "role")) {
            assertThat(teamsSeen(worker, new TeamTable(table, "team_id"))).contains(ours.team(), theirs.team());
        }
        for (String table : List.of("session", "account", "invitation", "profile_team", "node_definition")) {
            assertThatThrownBy(() -> worker.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> worker.sql("select email from \"user\"")
                        .query(String.class)
                        .list())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> worker.sql("update role set name = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aPersonFindsTheirMembershipsBeforeATeamIsKnown() {
        JdbcClient runtime = database.jdbcAs(RUNTIME);
        set(runtime, "app.user_id", ours.person().toString());
        assertThat(runtime.sql("select team_id from profile_team")
                        .query(Long.class)
                        .list())
                .containsExactly(ours.team());
        assertThat(runtime.sql("delete from profile_team").update()).isZero();
    }

    @Test
    void anInvitationIsReadAndAnsweredByItsAddressOrItsLink() {
        JdbcClient byAddress = database.jdbcAs(RUNTIME);
        set(byAddress, "app.email", "guest-of-ana@example.org");
        assertThat(byAddress
                        .sql("select team_id from invitation")
                        .query(Long.class)
                        .list())
                .containsExactly(ours.team());
        JdbcClient byLink = database.jdbcAs(RUNTIME);
        byLink.sql("""
                        select set_config('app.invitation_token_hash',
                          encode(sha256('guest-of-boris@example.org'), 'hex'), false)""").query(String.class).single();
        assertThat(byLink.sql("update invitation set declined_at = now()").update())
                .isOne();
        assertThat(db.sql("select declined_at is not null from invitation where id = :id")
                        .param("id", theirs.id("invitation"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> byLink.sql("update invitation set team_id = :team")
                        .param("team", ours.team())
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThat(byLink.sql("delete from invitation").update()).isZero();
    }

    @Test
    void definitionsAreReadWhenPublicBuiltInOrAddedAndWrittenByTheirTeamAlone() {
        FreshDatabase shop = FreshDatabase.migrated();
        JdbcClient all = shop.jdbc();
        SampleTeams.Rows users = new SampleTeams(all).team("ana");
        SampleTeams.Rows makers = new SampleTeams(all).team("boris");
        long offered = definition(all, makers, "Public");
        JdbcClient runtime = shop.jdbcAs(RUNTIME, users.team());
        assertThat(definitionsSeen(runtime)).containsExactlyInAnyOrder(1L, users.id("node_definition"), offered);
        assertThat(runtime.sql("update node_definition set archived_at = now()").update())
                .as("its own only")
                .isOne();
        assertThatThrownBy(() -> add(runtime, users, makers.id("node_definition")))
                .hasStackTraceContaining("row-level security");
        assertThat(add(runtime, users, offered)).isOne();
        all.sql("update node_definition set visibility = 'Team' where id = :id")
                .param("id", offered)
                .update();
        assertThat(definitionsSeen(runtime)).containsExactlyInAnyOrder(1L, users.id("node_definition"), offered);
    }

    private static long definition(JdbcClient all, SampleTeams.Rows makers, String visibility) {
        return all.sql("""
                        with made as (
                          insert into node_definition (definition, team_id, visibility)
                          values ('{}', :team, cast(:visibility as node_definition_visibility))
                          returning id, team_id, definition)
                        insert into node_definition_version (node_definition_id, version, definition, team_id)
                        select id, 1, definition, team_id from made
                        returning node_definition_id""")
                .param("team", makers.team())
                .param("visibility", visibility)
                .query(Long.class)
                .single();
    }

    /** The same by their versions as by themselves. */
    private static List<Long> definitionsSeen(JdbcClient runtime) {
        List<Long> seen =
                runtime.sql("select id from node_definition").query(Long.class).list();
        assertThat(runtime.sql("select node_definition_id from node_definition_version")
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(seen);
        return seen;
    }

    private static int add(JdbcClient runtime, SampleTeams.Rows users, long definition) {
        return runtime.sql("insert into teams_node_definitions (team_id, node_definition_id) values (:team, :id)")
                .param("team", users.team())
                .param("id", definition)
                .update();
    }

    private static void set(JdbcClient jdbc, String name, String value) {
        jdbc.sql("select set_config(:name, :value, false)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }

    /** Built-in definitions, which are no team's, are left out. */
    private static List<Long> teamsSeen(JdbcClient jdbc, TeamTable table) {
        return jdbc.sql("select distinct %1$s from %2$s where %1$s is not null"
                        .formatted(table.teamColumn(), table.name()))
                .query(Long.class)
                .list();
    }
}
