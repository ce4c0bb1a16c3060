package io.processflow.server.task;

import io.processflow.server.platform.PageRequest;
import io.processflow.server.task.TaskFilter.TaskOrder;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The ids of one page of a worklist. In the default order each role's tasks are one ordered range of an index: the first
 * that match are taken from each and merged, so that a page costs the same however many tasks there are. Instances are
 * looked up task by task, which leaves the planner no other way to go about it.
 */
@Repository
class WorklistStore {

    /** As it is indexed: without due time last. */
    private static final String DUE = "(case when due_at is null then 'infinity' else due_at end)";

    /** What is kept of a task until the page is cut. */
    private static final String TASK =
            "select id, team_id, is_part_of, assigned_role_id, claimed_by, title, created_at, " + DUE
                    + " as due from flow_element_instance";

    private static final String MATCHES = """
             cross join lateral (select status, process_model_id from process_instance
                                  where process_instance.id = w.is_part_of offset 0) i
             where i.status in ('Running', 'Error')
               and (:instance::bigint is null or w.is_part_of = :instance)
               and (:model::bigint is null or i.process_model_id = :model)
               and (:claimedBy::uuid is null or w.claimed_by = :claimedBy)
               and (:from::timestamptz is null or w.created_at >= :from)
               and (:to::timestamptz is null or w.created_at < :to)
               and (:words::tsquery is null or i.process_model_id = any(:named::bigint[])
                    or strpos(lower(w.title), :word) > 0 and """ + " " + WordsOfTasks.of("w") + " @@ :words::tsquery)";

    private static final String OF_ROLES = """
            select v.id
              from unnest(:teams::bigint[], :roles::bigint[]) as held (team_id, role_id)
             cross join lateral (
                   select w.id, w.due, w.created_at, w.title
                     from (%s where team_id = held.team_id and assigned_role_id = held.role_id and status = 'Todo'
                              and %s <= coalesce(:due::timestamptz, 'infinity') %s %s) w
                   %s
                    order by %s
                    limit %d) v
             order by %6$s
             limit %7$d""";

    private static final String AMONG = """
            select w.id
              from (%s where id = any(:ids) and status = 'Todo'
                       and %s <= coalesce(:due::timestamptz, 'infinity') %s offset 0) w
            %s
               and exists (select from unnest(:teams::bigint[], :roles::bigint[]) as held (team_id, role_id)
                            where held.team_id = w.team_id and held.role_id = w.assigned_role_id)
             order by %s
             limit %d""";

    private final JdbcClient jdbc;

    WorklistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param walk how many tasks of each role to look at, 0: as many as the page takes; only the default order can walk */
    List<Long> ofRoles(HeldRoles held, TaskFilter filter, Words words, PageRequest page, int walk) {
        return ids(
                OF_ROLES.formatted(
                        TASK,
                        DUE,
                        after(filter.order(), page),
                        inOrder(filter.order(), walk),
                        MATCHES,
                        filter.order().columns(),
                        page.fetch()),
                held,
                filter,
                words,
                page);
    }

    /** The page of those of the candidates that match. */
    List<Long> among(List<Long> candidates, HeldRoles held, TaskFilter filter, Words words, PageRequest page) {
        StatementSpec statement = parameters(
                jdbc.sql(AMONG.formatted(
                        TASK,
                        DUE,
                        after(filter.order(), page),
                        MATCHES,
                        filter.order().columns(),
                        page.fetch())),
                held,
                filter,
                words,
                page);
        return statement
                .param("ids", candidates.toArray(Long[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private List<Long> ids(String sql, HeldRoles held, TaskFilter filter, Words words, PageRequest page) {
        return parameters(jdbc.sql(sql), held, filter, words, page)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static StatementSpec parameters(
            StatementSpec statement, HeldRoles held, TaskFilter filter, Words words, PageRequest page) {
        return statement
                .param("teams", held.teams())
                .param("roles", held.roles())
                .param("instance", filter.processInstanceId())
                .param("model", filter.processModelId())
                .param("claimedBy", filter.claimedBy())
                .param("due", timestamp(filter.due()))
                .param("from", timestamp(filter.from()))
                .param("to", timestamp(filter.to()))
                .param("words", words.query(held))
                .param("word", words.longest())
                .param("named", words.models().toArray(Long[]::new))
                .param("afterText", page.textAfter(0))
                .param("afterCreated", page.textAfter(filter.order() == TaskOrder.DUE ? 1 : 0))
                .param(
                        "afterId",
                        page.isFirst()
                                ? null
                                : page.numberAfter(filter.order().keys().size() - 1));
    }

    /** The index's order holds through the filter, so that nothing is sorted and reading stops with the page. */
    private static String inOrder(TaskOrder order, int walk) {
        if (order != TaskOrder.DUE) {
            return "";
        }
        String ordered = " order by " + DUE + ", created_at, id ";
        return ordered + (walk > 0 ? "limit " + walk : "offset 0");
    }

    /** Where the page before ended: one condition for each order, each a row comparison that an index can follow. */
    private static String after(TaskOrder order, PageRequest page) {
        if (page.isFirst()) {
            return "";
        }
        return switch (order) {
            case DUE -> " and (" + DUE + """
                , created_at, id)
                   > (:afterText::timestamptz, :afterCreated::timestamptz, :afterId::bigint)""";
            case CREATED -> " and (created_at, id) > (:afterCreated::timestamptz, :afterId::bigint)";
            case TITLE -> " and (title, id) > (:afterText::text, :afterId::bigint)";
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
