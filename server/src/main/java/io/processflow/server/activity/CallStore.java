package io.processflow.server.activity;

import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox and delivery log of calls; read and written as the worker, on the database's clock. */
@Repository
class CallStore {

    private final JdbcClient client;

    CallStore(JdbcClient client) {
        this.client = client;
    }

    static void queue(ColumnArrays rows, RoundTrip trip) {
        rows.writeIn(trip, """
                insert into activity_call (flow_element_instance_id, is_part_of, team_id, webhook_id, max_attempts, request)
                select flow_element_instance_id, is_part_of, team_id, webhook_id, max_attempts, request::jsonb
                  from unnest(?, ?, ?, ?, ?, ?)
                    as call (flow_element_instance_id, is_part_of, team_id, webhook_id, max_attempts, request)""");
    }

    /** Ends calls that are still open, with the answer that ended them, if there is one. */
    static void end(ColumnArrays rows, RoundTrip trip) {
        rows.writeIn(trip, """
                update activity_call call
                   set status = ended.status, answer = ended.answer::jsonb, leased_until = null, updated_at = now(),
                       error = coalesce(ended.error, call.error)
                  from unnest(?, ?, ?, ?, ?) as ended (is_part_of, flow_element_instance_id, status, answer, error)
                 where call.is_part_of = ended.is_part_of
                   and call.flow_element_instance_id = ended.flow_element_instance_id
                   and (call.status in ('pending', 'leased', 'sent') or ended.status = 'cancelled')""");
    }

    /** Leases calls that are due, a few of every team, so that none waits behind another's backlog. */
    List<DueCall> claim(Duration lease, int perTeam) {
        return client.sql("""
                        with teams as (
                          select distinct team_id from activity_call where status = 'pending' and due_at <= now()
                        ), due as (
                          select due.id from teams
                           cross join lateral (
                             select id from activity_call
                              where status = 'pending' and team_id = teams.team_id and due_at <= now()
                              order by due_at, id
                              limit greatest(0, :perTeam - (select count(*) from activity_call busy
                                                              where busy.status = 'leased' and busy.team_id = teams.team_id))
                                for update skip locked) due
                        )
                        update activity_call call
                           set status = 'leased', attempt = call.attempt + 1, updated_at = now(),
                               leased_until = now() + make_interval(secs => :lease),
                               first_attempt_at = coalesce(call.first_attempt_at, now())
                          from due, flow_element_instance visit, flow_element element
                         where call.id = due.id and visit.id = call.flow_element_instance_id
                           and element.id = visit.instance_of
                        returning call.id, call.flow_element_instance_id, visit.number, call.is_part_of, call.team_id,
                                  call.webhook_id, call.attempt, call.max_attempts, element.execution_url,
                                  call.request ->> 'data' as data""")
                .param("perTeam", perTeam)
                .param("lease", (double) lease.toMillis() / 1000)
                .query((row, number) -> due(row))
                .list();
    }

    private static DueCall due(ResultSet row) throws SQLException {
        return new DueCall(
                row.getLong("id"),
                row.getLong("flow_element_instance_id"),
                row.getInt("number"),
                row.getLong("is_part_of"),
                row.getLong("team_id"),
                row.getString("webhook_id"),
                row.getInt("attempt"),
                row.getInt("max_attempts"),
                String.valueOf(row.getString("execution_url")),
                row.getString("data"));
    }

    /** Gives calls back whose node has died: their lease was not renewed. */
    int reclaim() {
        return client.sql("""
                        update activity_call set status = 'pending', leased_until = null, due_at = now(), updated_at = now()
                         where id in (select id from activity_call where status = 'leased' and leased_until < now()
                                         for update skip locked)""").update();
    }

    void renew(Collection<Long> ids, Duration lease) {
        client.sql("""
                        update activity_call set leased_until = now() + make_interval(secs => :lease)
                         where id = any(:ids) and status = 'leased'""")
                .param("ids", ids.toArray(Long[]::new))
                .param("lease", (double) lease.toMillis() / 1000)
                .update();
    }

    /** Hands leased calls back at once, for a node that stops. */
    void handBack(Collection<Long> ids) {
        client.sql("""
                        update activity_call set status = 'pending', leased_until = null, due_at = now(), updated_at = now()
                         where id = any(:ids) and status = 'leased'""").param("ids", ids.toArray(Long[]::new)).update();
    }

    /** The server took the call; its answer may come until the deadline. */
    int sent(DueCall call, int httpStatus, long millis, Duration deadline) {
        return client.sql("""
                        update activity_call
                           set status = 'sent', leased_until = null, http_status = :http, duration_ms = :millis, error = null,
                               deadline_at = first_attempt_at + make_interval(secs => :deadline), updated_at = now()
                         where id = :id and attempt = :attempt and status = 'leased'""")
                .param("id", call.id())
                .param("attempt", call.attempt())
                .param("http", httpStatus)
                .param("millis", millis)
                .param("deadline", (double) deadline.toSeconds())
                .update();
    }

    /** The attempt failed; the next one is due after a wait. */
    int retryLater(DueCall call, @Nullable Integer httpStatus, long millis, String error, Duration wait) {
        return client.sql("""
                        update activity_call
                           set status = 'pending', leased_until = null, http_status = :http, duration_ms = :millis,
                               error = :error, due_at = now() + make_interval(secs => :wait), updated_at = now()
                         where id = :id and attempt = :attempt and status = 'leased'""")
                .param("id", call.id())
                .param("attempt", call.attempt())
                .param("http", httpStatus)
                .param("millis", millis)
                .param("error", error)
                .param("wait", (double) wait.toMillis() / 1000)
                .update();
    }

    /** Notes how the last attempt went, before the step is failed. True while the attempt is still this node's. */
    boolean lastAttempt(DueCall call, @Nullable Integer httpStatus, long millis, String error) {
        return client.sql("""
                        update activity_call set http_status = :http, duration_ms = :millis, error = :error, updated_at = now()
                         where id = :id and attempt = :attempt and status = 'leased'""")
                        .param("id", call.id())
                        .param("attempt", call.attempt())
                        .param("http", httpStatus)
                        .param("millis", millis)
                        .param("error", error)
                        .update()
                == 1;
    }

    record Overdue(long instanceId, int visit) {}

    List<Overdue> overdue() {
        return client.sql("""
                        select call.is_part_of, visit.number from activity_call call
                          join flow_element_instance visit on visit.id = call.flow_element_instance_id
                          join process_instance instance on instance.id = call.is_part_of
                         where call.status = 'sent' and call.deadline_at < now() and instance.status <> 'On Hold'
                         order by call.deadline_at limit 100""")
                .query((row, number) -> new Overdue(row.getLong("is_part_of"), row.getInt("number")))
                .list();
    }

    /** A call as a callback needs it. */
    record Known(
            long id,
            long instanceId,
            int visit,
            long elementInstanceId,
            String status,
            @Nullable String answer) {}

    Optional<Known> byElementInstance(long elementInstanceId) {
        return client.sql("""
                        select call.id, visit.is_part_of, visit.number, call.status, call.answer
                          from flow_element_instance visit
                          join activity_call call
                            on call.is_part_of = visit.is_part_of and call.flow_element_instance_id = visit.id
                         where visit.id = :id""")
                .param("id", elementInstanceId)
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        row.getLong("is_part_of"),
                        row.getInt("number"),
                        elementInstanceId,
                        row.getString("status"),
                        row.getString("answer")))
                .optional();
    }
}
