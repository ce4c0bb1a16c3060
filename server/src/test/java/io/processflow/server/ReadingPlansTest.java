package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reading queries, but for the worklist's, that the indexes are made for, planned as the role they run as, on full tables and on empty ones. */
class ReadingPlansTest {

    private static final String RUNTIME = "processflow_runtime";
    private static final String WORKER = "processflow_worker";

    private static FreshDatabase empty;
    private static FreshDatabase full;
    private static long team;

    @BeforeAll
    static void fill() {
        empty = FreshDatabase.migrated();
        full = FreshDatabase.migrated();
        JdbcClient db = full.jdbc();
        SampleTeams.Rows rows = new SampleTeams(db).team("ana");
        team = rows.team();
        db.sql("""
                        insert into process_instance (process_model_id, status, version, team_id, completed_at, created_at)
                        select process_model_id, case when g % 50 = 0 then 'Running'::process_instance_status else 'Completed' end,
                               1, team_id, case when g % 50 = 0 then null else now() end, now() - g * interval '1 minute'
                          from process_instance, generate_series(1, 20000) g""").update();
        db.sql("""
                        insert into flow_element_instance (instance_of, is_part_of, status, number, team_id, assigned_role_id, title,
                               due_at, created_at, completed_at)
                        select :element, p.id, case when p.status = 'Running' then 'Todo'::flow_element_instance_status else 'Completed' end,
                               n + 1, p.team_id, :role + p.id % 4, 'Pack', case when p.id % 3 = 0 then p.created_at end, p.created_at,
                               case when p.status = 'Running' then null else now() end
                          from process_instance p, generate_series(1, 3) n""")
                .param("element", rows.id("flow_element"))
                .param("role", rows.id("role"))
                .update();
        db.sql("""
                        insert into activity_call (flow_element_instance_id, is_part_of, team_id, webhook_id, status, max_attempts, request)
                        select -v.id, v.is_part_of, v.team_id, 'msg', case when v.id / 1000 % 500 = 0 then 'pending' else 'answered' end, 6, '{}'
                          from flow_element_instance v
                         where v.number = 2""").update();
        db.sql("vacuum analyze").update();
    }

    @Test
    void theStateOfInstancesIsLoadedWithoutTheirHistory() {
        String open = """
                select id from flow_element_instance
                 where is_part_of = any ('{5,6,7}')
                   and status in ('Created', 'Todo', 'In Progress', 'Error')""";
        assertPlan(WORKER, open, "flow_element_instance_open_idx");
        assertPlan(RUNTIME, open, "flow_element_instance_open_idx");
    }

    @Test
    void dueCallsAreClaimedInTurnOverTheTeams() {
        String claim = """
                update activity_call
                   set status = 'leased', attempt = attempt + 1, leased_until = now() + interval '10 seconds'
                 where id = any (array(
                       with recursive due (team_id) as (
                         (select team_id from activity_call where status = 'pending' order by team_id limit 1)
                         union all
                         select (select c.team_id from activity_call c
                                  where c.status = 'pending' and c.team_id > due.team_id order by c.team_id limit 1)
                           from due
                          where due.team_id is not null)
                       select taken.id
                         from due
                        cross join lateral (
                              select c.id from activity_call c
                               where c.status = 'pending' and c.team_id = due.team_id and c.due_at <= now()
                               order by c.due_at
                               limit 10
                                 for update skip locked) taken
                        limit 100))
                returning id""";
        assertPlan(WORKER, claim, "activity_call_due_idx");
        JdbcClient first = full.jdbcAs(WORKER);
        first.sql("begin").update();
        List<Long> taken = first.sql(claim).query(Long.class).list();
        JdbcClient second = full.jdbcAs(WORKER);
        assertThat(taken).hasSize(10);
        assertThat(second.sql(claim).query(Long.class).list()).hasSize(10).doesNotContainAnyElementsOf(taken);
        first.sql("rollback").update();
    }

    @Test
    void theNewestInstancesOfATeamComePageByPage() {
        String page = """
                select id, status, created_at from process_instance
                 where team_id = %d
                   and (created_at, id) < (now() - interval '3 days', 7000)
                 order by created_at desc, id desc
                 limit 50""".formatted(team);
        assertPlan(RUNTIME, page, "process_instance_newest_idx");
        String ofOneModel = page.replace("and (", "and process_model_id = 1 and (");
        assertPlan(RUNTIME, ofOneModel, "process_instance_model_idx", "process_instance_newest_idx");
    }

    @Test
    void whatRunsIsCountedByStatusFromTheIndexAlone() {
        String counts = """
                select status, count(*) from process_instance
                 where team_id = %d and status in ('Running', 'On Hold', 'Error')
                 group by status""".formatted(team);
        assertPlan(RUNTIME, counts, "process_instance_open_idx");
        assertThat(plan(full, RUNTIME, counts)).contains("Index Only Scan");
    }

    @Test
    void aSessionIsFoundByItsTokensHash() {
        assertPlan(
                RUNTIME,
                "select user_id from session where token = sha256('x') and expires_at > now()",
                "session_token_key");
    }

    @Test
    void whatAPersonHasInATeamIsFoundByTheirNames() {
        assertPlan(RUNTIME, """
                select experience from statistics
                 where team_id = %d and profile_id = '0b5cbd4a-6a4b-4b5e-9c1e-6d8f1a2b3c4d'""".formatted(team), "statistics_team_id_profile_id_key");
        assertPlan(
                RUNTIME,
                "select sum(amount_applied) from reward where team_id = %d and created_at > now() - interval '1 week'"
                        .formatted(team),
                "reward_team_idx");
    }

    /** One of the indexes is chosen whatever the tables hold: a plan made while they were empty stays. */
    private static void assertPlan(String role, String sql, String... indexes) {
        for (FreshDatabase database : List.of(empty, full)) {
            String plan = plan(database, role, sql);
            assertThat(indexes).as(plan).anyMatch(plan::contains);
            assertThat(plan)
                    .doesNotContainPattern("Seq Scan on (flow_element_instance|process_instance|activity_call)");
        }
    }

    /** Sequential scans are dear, so that a table of one page shows which index it would use when it grows. */
    private static String plan(FreshDatabase database, String role, String sql) {
        JdbcClient jdbc = database.jdbcAs(role, team);
        jdbc.sql("set enable_seqscan = off").update();
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }
}
