package io.processflow.server.runtime;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.runtime.VariableFilter.Wanted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through a team's newest instances for those whose variables have certain values; the cost of a look is bounded. */
@Repository
class InstanceSearchStore {

    private final JdbcClient jdbc;

    InstanceSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An instance that was looked at. */
    record Looked(long id, Instant createdAt, boolean matches) {}

    /** Newest first. */
    List<Looked> look(
            long teamId,
            @Nullable Long modelId,
            @Nullable String status,
            VariableFilter variables,
            PageRequest page,
            int most) {
        return jdbc.sql("""
                        select i.id, i.created_at, not exists (
                                 select from unnest(:names::text[], :values::text[], :numbers::numeric[]) as wanted (name, value, number)
                                  where not exists (
                                        select from data_object_instance d
                                         where d.is_part_of = i.id and d.name = wanted.name
                                           and case when jsonb_typeof(d.value) = 'number' and wanted.number is not null
                                                    then d.value::numeric = wanted.number
                                                    else d.value #>> '{}' = wanted.value end)) as matches
                          from (select id, created_at from process_instance
                                 where team_id = :team
                                   and (:model::bigint is null or process_model_id = :model)
                                   and (:status::text is null or status::text = :status)
                                   and (:at::timestamptz is null or (created_at, id) < (:at::timestamptz, :id::bigint))
                                 order by created_at desc, id desc
                                 limit :most) i
                         order by i.created_at desc, i.id desc""")
                .param("names", variables.all().stream().map(Wanted::name).toArray(String[]::new))
                .param("values", variables.all().stream().map(Wanted::value).toArray(String[]::new))
                .param("numbers", variables.all().stream().map(Wanted::number).toArray(BigDecimal[]::new))
                .param("team", teamId)
                .param("model", modelId)
                .param("status", status)
                .param("at", page.momentAfter(0))
                .param("id", page.numberAfter(1))
                .param("most", most)
                .query((row, number) ->
                        new Looked(row.getLong("id"), Db.instant(row, "created_at"), row.getBoolean("matches")))
                .list();
    }
}
