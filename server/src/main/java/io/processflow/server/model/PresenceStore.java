package io.processflow.server.model;

import io.processflow.server.model.Presence.Editor;
import io.processflow.server.model.Presence.Surroundings;
import io.processflow.server.team.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_model_editor}. */
@Repository
class PresenceStore {

    private final JdbcClient jdbc;

    PresenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row per other person, or one row with none; the draft is the same in all. */
    private record Row(
            long revision,
            @Nullable Editor savedBy,
            @Nullable Editor person) {}

    /** Notes that the member is here and reads who else is, in one statement; empty when there is no such model. */
    Optional<Surroundings> seen(Member member, long modelId) {
        List<Row> rows = jdbc.sql("""
                        with me as (
                          insert into process_model_editor (team_id, process_model_id, user_id)
                          values (:team, :model, :user)
                          on conflict (team_id, process_model_id, user_id) do update set seen_at = now())
                        select m.draft_revision, saver.id as saver_id, saver.username as saver_name,
                               other.user_id as person_id, other.username as person_name
                          from process_model m
                          left join "user" saver on saver.id = m.draft_saved_by
                          left join lateral (
                               select e.user_id, p.username, e.created_at
                                 from process_model_editor e
                                 join profile_team t on t.team_id = e.team_id and t.profile_id = e.user_id
                                 join "user" p on p.id = e.user_id
                                where e.team_id = m.belongs_to and e.process_model_id = m.id
                                  and e.user_id <> :user
                                  and e.seen_at > now() - interval '60 seconds') other on true
                         where m.belongs_to = :team and m.id = :model
                         order by other.created_at, other.user_id""")
                .param("team", member.teamId())
                .param("model", modelId)
                .param("user", member.userId())
                .query((row, number) ->
                        new Row(row.getLong("draft_revision"), editor(row, "saver"), editor(row, "person")))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new Surroundings(
                        rows.stream().map(Row::person).filter(Objects::nonNull).toList(),
                        first.revision(),
                        first.savedBy()));
    }

    boolean remove(Member member, long modelId) {
        return jdbc.sql("""
                        delete from process_model_editor
                         where team_id = :team and process_model_id = :model and user_id = :user""")
                        .param("team", member.teamId())
                        .param("model", modelId)
                        .param("user", member.userId())
                        .update()
                > 0;
    }

    /** Removes who was not seen for a day. */
    int sweep() {
        return jdbc.sql("delete from process_model_editor where seen_at < now() - interval '1 day'")
                .update();
    }

    private static @Nullable Editor editor(ResultSet row, String who) throws SQLException {
        UUID id = row.getObject(who + "_id", UUID.class);
        return id == null ? null : new Editor(id, row.getString(who + "_name"));
    }
}
