package io.processflow.server.team;

import io.processflow.server.platform.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code team}. */
@Repository
class TeamStore {

    /** A team's own columns. */
    record Row(
            long id,
            String name,
            ColorScheme colors,
            String createdBy,
            RewardSettings rewards,
            Instant createdAt,
            @Nullable Instant archivedAt) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a team to come: row-level security wants it in scope before the row is there. */
    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('team', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(long id, String name, ColorScheme colors, UUID createdBy) {
        jdbc.sql("""
                        insert into team (id, name, created_by, color_scheme)
                        values (:id, :name, :createdBy, :colors::jsonb)""")
                .param("id", id)
                .param("name", name)
                .param("createdBy", createdBy)
                .param("colors", JSON.writeValueAsString(colors))
                .update();
    }

    List<Row> read(Collection<Long> teamIds) {
        if (teamIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select t.id, t.name, t.color_scheme, u.username as created_by, t.loop_damping, t.self_start,
                               t.created_at, t.archived_at
                          from team t
                          join "user" u on u.id = t.created_by
                         where t.id in (:teams)
                         order by lower(t.name), t.id""")
                .param("teams", teamIds)
                .query((row, number) -> row(row))
                .list();
    }

    /** What is null stays as it is. */
    void change(long teamId, TeamChange change) {
        jdbc.sql("""
                        update team
                           set name = coalesce(:name, name),
                               color_scheme = coalesce(:colors::jsonb, color_scheme),
                               loop_damping = coalesce(:loopDamping::boolean, loop_damping),
                               self_start = coalesce(:selfStart::boolean, self_start),
                               updated_at = now()
                         where id = :team""")
                .param("team", teamId)
                .param("name", change.name())
                .param("colors", change.colorScheme() == null ? null : JSON.writeValueAsString(change.colorScheme()))
                .param("loopDamping", change.loopDamping())
                .param("selfStart", change.selfStart())
                .update();
    }

    /** @return false when another name was typed, or it is archived already */
    boolean archive(long teamId, @Nullable String typedName) {
        return jdbc.sql("""
                        update team set archived_at = now(), updated_at = now()
                         where id = :team and name = :name and archived_at is null""").param("team", teamId).param("name", typedName).update() == 1;
    }

    /** @return false when it was not archived */
    boolean restore(long teamId) {
        return jdbc.sql("""
                        update team set archived_at = null, updated_at = now()
                         where id = :team and archived_at is not null""").param("team", teamId).update() == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                JSON.readValue(row.getString("color_scheme"), ColorScheme.class),
                row.getString("created_by"),
                new RewardSettings(row.getBoolean("loop_damping"), row.getBoolean("self_start")),
                Db.instant(row, "created_at"),
                Db.instantOrNull(row, "archived_at"));
    }
}
