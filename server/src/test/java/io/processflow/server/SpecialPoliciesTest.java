package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be seen without being of the team: by the worker, by the person invited, in the shop. */
class SpecialPoliciesTest {

    private static final String RUNTIME = "processflow_runtime";
    private static final String WORKER = "processflow_worker";

    private static FreshDatabase database;
    private static JdbcClient db;
    private static SampleTeams.Rows ours;
    private static SampleTeams.Rows theirs;

    @BeforeAll
    static void twoTeams() {
        database = FreshDatabase.migrated();
        db = database.jdbc();
        ours = new SampleTeams(db).team("ana");
        theirs = new SampleTeams(db).team("boris");
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
                "profile_team",
                "profile_role_team",
                "role")) {
            assertThat(worker.sql("select distinct team_id from " + table)
                            .query(Long.class)
                            .list())
                    .contains(ours.team(), theirs.team());
        }
        for (String table : List.of("session", "account", "invitation", "node_definition")) {
            assertThatThrownBy(() -> worker.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> worker.sql("select email from \"user\"")
                        .query(String.class)
                        .list())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> worker.sql("select user_id from process_model_editor")
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
}
