package io.processflow.server.model;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.team.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_model_version}. */
@Repository
class VersionStore {

    private static final String COLUMNS = """
            select v.version, v.name, v.note, u.username as published_by, v.published_at,
                   (select count(*) from process_instance i
                     where i.team_id = v.team_id and i.process_model_id = v.process_model_id
                       and i.version = v.version
                       and i.status in ('Running', 'On Hold', 'Error')) as running_instances
              from process_model_version v
              join "user" u on u.id = v.published_by
            """;

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<PublishedVersion> list(long teamId, long modelId, PageRequest page) {
        return jdbc.sql(COLUMNS + """
                         where v.team_id = :team and v.process_model_id = :model
                           and (:before::bigint is null or v.version < :before)
                         order by v.version desc
                         limit :fetch""")
                .param("team", teamId)
                .param("model", modelId)
                .param("before", page.numberAfter(0))
                .param("fetch", page.fetch())
                .query((row, number) -> version(row))
                .list();
    }

    Optional<PublishedVersion> find(long teamId, long modelId, int version) {
        return jdbc.sql(COLUMNS + """
                         where v.team_id = :team and v.process_model_id = :model and v.version = :version""")
                .param("team", teamId)
                .param("model", modelId)
                .param("version", version)
                .query((row, number) -> version(row))
                .optional();
    }

    /** Null takes its name away. */
    void name(long teamId, long modelId, int version, @Nullable String name) {
        jdbc.sql("""
                        update process_model_version set name = :name
                         where team_id = :team and process_model_id = :model and version = :version""")
                .param("name", name)
                .param("team", teamId)
                .param("model", modelId)
                .param("version", version)
                .update();
    }

    private static PublishedVersion version(ResultSet row) throws SQLException {
        return new PublishedVersion(
                row.getInt("version"),
                row.getString("name"),
                row.getString("note"),
                row.getString("published_by"),
                Db.instant(row, "published_at"),
                row.getLong("running_instances"));
    }

    Optional<String> drawing(long teamId, long modelId, int version) {
        return jdbc.sql("""
                        select bpmn from process_model_version
                         where team_id = :team and process_model_id = :model and version = :version""")
                .param("team", teamId)
                .param("model", modelId)
                .param("version", version)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** 0 when there is none. */
    int last(long teamId, long modelId) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) from process_model_version
                         where team_id = :team and process_model_id = :model""")
                .param("team", teamId)
                .param("model", modelId)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void insert(Member member, long modelId, int version, String bpmn, String findings, String note) {
        jdbc.sql("""
                        insert into process_model_version
                               (process_model_id, version, team_id, bpmn, findings, published_by, note)
                        values (:model, :version, :team, :bpmn, :findings::jsonb, :user, nullif(:note, ''))""")
                .param("model", modelId)
                .param("version", version)
                .param("team", member.teamId())
                .param("bpmn", bpmn)
                .param("findings", findings)
                .param("user", member.userId())
                .param("note", note)
                .update();
    }
}
