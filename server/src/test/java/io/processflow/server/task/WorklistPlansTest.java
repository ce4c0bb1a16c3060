package io.processflow.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.FreshDatabase;
import io.processflow.server.SampleTeams;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.task.HeldRoles.Held;
import io.processflow.server.task.TaskFilter.TaskOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a page of the worklist reads of 50,000 tasks, asked as the role it runs as: no more than it needs. */
class WorklistPlansTest {

    private static final int TASKS = 50_000;
    private static final PageRequest PAGE = PageRequest.of(50, null);

    private static JdbcClient runtime;
    private static JdbcClient searching;
    private static WorklistStore store;
    private static TaskSearchStore search;
    private static HeldRoles held;
    private static long team;
    private static long model;

    /** The statements are prepared, and their plans made, while the tables are empty. */
    @BeforeAll
    static void fill() {
        FreshDatabase database = FreshDatabase.migrated();
        SampleTeams.Rows rows = new SampleTeams(database.jdbc()).team("ana");
        team = rows.team();
        model = rows.id("process_model");
        long role = rows.id("role");
        held = new HeldRoles(LongStream.range(role, role + 4)
                .mapToObj(id -> new Held(team, id))
                .toList());
        runtime = as(database, "processflow_runtime");
        searching = as(database, "processflow_search");
        searching.sql("set plan_cache_mode = force_custom_plan").update();
        store = new WorklistStore(runtime);
        search = new TaskSearchStore(runtime);
        for (int use = 0; use < 10; use++) {
            store.ofRoles(held, filter(null), Words.NONE, PAGE, 0);
            store.ofRoles(held, filter(null), words("huber"), PAGE, 250);
            new TaskSearchStore(searching).withWords(words("huber").query(held), 5_001);
        }
        JdbcClient db = database.jdbc();
        db.sql("""
                        insert into process_instance (id, process_model_id, status, version, team_id, created_at)
                        select 1000000 + g, process_model_id, 'Running', 1, team_id, now() - g * interval '1 second'
                          from process_instance, generate_series(1, :tasks) g""").param("tasks", TASKS).update();
        db.sql("update process_instance set status = 'On Hold' where id % 100 = 7")
                .update();
        db.sql("""
                        insert into flow_element_instance (instance_of, is_part_of, status, number, team_id, assigned_role_id, title,
                               due_at, created_at)
                        select :element, id, 'Todo', 2, team_id, :role + id % 4,
                               'Order-' || id || case when id % 1000 = 5 then ': Huber' else ' for Schulz' end,
                               case when id % 3 = 0 then now() + (id * 7919 % 100000) * interval '1 minute' end, created_at
                          from process_instance""")
                .param("element", rows.id("flow_element"))
                .param("role", role)
                .update();
    }

    private static JdbcClient as(FreshDatabase database, String role) {
        JdbcClient jdbc = database.jdbcAs(role, team);
        jdbc.sql("set enable_seqscan = off").update();
        return jdbc;
    }

    @Test
    void theFirstPageReadsNoMoreOfEachRoleThanItShows() {
        assertThat(read(runtime, 4 * 60, () -> store.ofRoles(held, filter(null), Words.NONE, PAGE, 0)))
                .hasSize(51);
    }

    @Test
    void aPageInTheMiddleReadsNoMoreThanTheFirst() {
        Instant later = Instant.now().plus(30, ChronoUnit.DAYS);
        PageRequest middle = new PageRequest(50, List.of(later.toString(), Instant.EPOCH.toString(), "0"));

        List<Long> ids = read(runtime, 4 * 60, () -> store.ofRoles(held, filter(null), Words.NONE, middle, 0));
        assertThat(ids).hasSize(51);
        assertThat(runtime.sql(
                                "select min(due_at) > :later::timestamptz from flow_element_instance where id = any(:ids)")
                        .param("later", later.toString())
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void thePageIsTheOneThatSortingAllWouldGive() {
        List<Long> sorted = runtime.sql("""
                        select v.id from flow_element_instance v join process_instance i on i.id = v.is_part_of
                         where v.status = 'Todo' and i.status = 'Running'
                         order by coalesce(v.due_at, 'infinity'), v.created_at, v.id limit 51""").query(Long.class).list();
        assertThat(store.ofRoles(held, filter(null), Words.NONE, PAGE, 0)).isEqualTo(sorted);
    }

    @Test
    void aWalkEndsWhereItIsToldTo() {
        read(runtime, 4 * 250 + 10, () -> store.ofRoles(held, filter(null), words("huber"), PAGE, 250));
    }

    @Test
    void aCommonWordIsSoonFound() {
        assertThat(read(runtime, 4 * 60, () -> store.ofRoles(held, filter(null), words("schul"), PAGE, 0)))
                .hasSize(51);
    }

    @Test
    void aRareWordIsFoundByItsIndex() {
        String query = words("huber").query(held);
        List<Long> found = read(searching, 60, () -> new TaskSearchStore(searching).withWords(query, 5_001));

        assertThat(found).hasSize(TASKS / 1000);
        assertThat(read(runtime, 60, () -> store.among(found, held, filter(null), words("huber"), PAGE)))
                .hasSize(50);
    }

    @Test
    void whatAPersonClaimedAndWhatAnInstanceHasIsReadAlone() {
        UUID nobody = UUID.randomUUID();
        assertThat(read(runtime, 0, () -> search.claimedBy(List.of(team), nobody, 5_001)))
                .isEmpty();
        long instance = runtime.sql("select max(id) from process_instance")
                .query(Long.class)
                .single();
        assertThat(read(runtime, 1, () -> search.ofInstance(instance))).hasSize(1);
    }

    @Test
    void tasksOfManyModelsAreNotReadToTheEnd() {
        assertThat(read(runtime, 110, () -> search.ofModels(List.of(team), List.of(model), 100)))
                .hasSize(100);
    }

    private static Words words(String word) {
        return new Words(List.of(word), List.of());
    }

    private static TaskFilter filter(@Nullable Long role) {
        return new TaskFilter(null, null, role, null, null, null, null, null, TaskOrder.DUE);
    }

    /** Asserts how many rows of the tasks' table were read, as PostgreSQL counts them. */
    private static List<Long> read(JdbcClient jdbc, int most, Supplier<List<Long>> question) {
        jdbc.sql("begin").update();
        long before = rowsRead(jdbc);
        List<Long> answer = question.get();
        long rows = rowsRead(jdbc) - before;
        jdbc.sql("rollback").update();
        assertThat(rows).as("rows read").isBetween((long) answer.size(), (long) most);
        return answer;
    }

    private static long rowsRead(JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                         where relname = 'flow_element_instance'""").query(Long.class).single();
    }
}
