package io.processflow.server.model;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.team.Member;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_model}, drafts left out. */
@Repository
class ProcessModelStore {

    private static final String COLUMNS = """
            select m.id, m.belongs_to, m.name, m.description, m.draft_revision, m.published_version,
                   latest.version as latest_version, m.startable_by,
                   creator.username as created_by, editor.username as updated_by, m.updated_at, m.archived_at,
                   m.draft is distinct from latest.bpmn as has_draft_changes,
                   (select count(*) from process_instance i
                     where i.team_id = m.belongs_to and i.process_model_id = m.id
                       and i.status in ('Running', 'On Hold', 'Error')) as running_instances
              from process_model m
              join "user" creator on creator.id = m.created_by
              join "user" editor on editor.id = m.updated_by
              left join lateral (
                   select v.version, v.bpmn from process_model_version v
                    where v.process_model_id = m.id and v.team_id = m.belongs_to
                    order by v.version desc
                    limit 1) latest on true
            """;

    private final JdbcClient jdbc;

    ProcessModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are not archived, the last edited first. */
    List<ProcessModel> list(long teamId, String search, PageRequest page) {
        return jdbc.sql(COLUMNS + """
                         where m.belongs_to = :team and m.archived_at is null
                           and (:search = ''
                                or position(lower(:search) in lower(m.name)) > 0
                                or position(lower(:search) in lower(m.description)) > 0)
                           and (:at::timestamptz is null or (m.updated_at, m.id) < (:at, :id))
                         order by m.updated_at desc, m.id desc
                         limit :fetch""")
                .param("team", teamId)
                .param("search", search)
                .param("at", page.momentAfter(0))
                .param("id", page.numberAfter(1))
                .param("fetch", page.fetch())
                .query(ProcessModelStore::model)
                .list();
    }

    /** The place of a row in the order of {@link #list}. */
    static List<?> place(ProcessModel row) {
        return List.of(row.updatedAt(), row.id());
    }

    Optional<ProcessModel> find(long teamId, long id) {
        return jdbc.sql(COLUMNS + " where m.belongs_to = :team and m.id = :id")
                .param("team", teamId)
                .param("id", id)
                .query(ProcessModelStore::model)
                .optional();
    }

    Optional<Long> teamOf(long id) {
        return jdbc.sql("select belongs_to from process_model where id = :id")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    long insert(Member member, String name, String description, String draft) {
        return jdbc.sql("""
                        insert into process_model (name, belongs_to, description, created_by, updated_by, draft)
                        values (:name, :team, :description, :user, :user, :draft)
                        returning id""")
                .param("name", name)
                .param("team", member.teamId())
                .param("description", description)
                .param("user", member.userId())
                .param("draft", draft)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    void describe(Member member, long id, String name, String description, List<Long> startableBy) {
        jdbc.sql("""
                        update process_model
                           set name = :name, description = :description, startable_by = :roles::bigint[],
                               updated_by = :user, updated_at = now()
                         where belongs_to = :team and id = :id""")
                .param("name", name)
                .param("description", description)
                .param("roles", startableBy.toArray(Long[]::new))
                .param("user", member.userId())
                .param("team", member.teamId())
                .param("id", id)
                .update();
    }

    void choose(Member member, long id, @Nullable Integer publishedVersion) {
        jdbc.sql("""
                        update process_model
                           set published_version = :version::int, updated_by = :user, updated_at = now()
                         where belongs_to = :team and id = :id""")
                .param("version", publishedVersion)
                .param("user", member.userId())
                .param("team", member.teamId())
                .param("id", id)
                .update();
    }

    /** Takes the row for this transaction, so that changes to one model happen one after the other. */
    boolean lock(long teamId, long id) {
        return jdbc.sql("select id from process_model where belongs_to = :team and id = :id for update")
                .param("team", teamId)
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    boolean hasInstances(long teamId, long id) {
        return jdbc.sql("""
                        select exists (select from process_instance
                                        where team_id = :team and process_model_id = :id)""")
                .param("team", teamId)
                .param("id", id)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    void deleteInstances(long teamId, long id) {
        jdbc.sql("delete from process_instance where team_id = :team and process_model_id = :id")
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    void delete(long teamId, long id) {
        jdbc.sql("delete from process_model where belongs_to = :team and id = :id")
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    void archive(Member member, long id) {
        jdbc.sql("""
                        update process_model
                           set archived_at = coalesce(archived_at, now()), published_version = null,
                               updated_by = :user, updated_at = now()
                         where belongs_to = :team and id = :id""")
                .param("user", member.userId())
                .param("team", member.teamId())
                .param("id", id)
                .update();
    }

    /** Lets the members of another role start what those of a deleted one could. */
    void replaceRole(long teamId, long roleId, long by) {
        jdbc.sql("""
                        update process_model
                           set startable_by = array(select distinct unnest(array_replace(startable_by, :role, :by)))
                         where belongs_to = :team and :role = any (startable_by)""")
                .param("team", teamId)
                .param("role", roleId)
                .param("by", by)
                .update();
    }

    private static ProcessModel model(ResultSet row, int number) throws SQLException {
        return new ProcessModel(
                row.getLong("id"),
                row.getLong("belongs_to"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("draft_revision"),
                version(row, "published_version"),
                version(row, "latest_version"),
                ids(row.getArray("startable_by")),
                row.getString("created_by"),
                row.getString("updated_by"),
                Db.instant(row, "updated_at"),
                Db.instantOrNull(row, "archived_at"),
                row.getBoolean("has_draft_changes"),
                row.getLong("running_instances"));
    }

    static @Nullable Integer version(ResultSet row, String column) throws SQLException {
        int version = row.getInt(column);
        return row.wasNull() ? null : version;
    }

    static List<Long> ids(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
