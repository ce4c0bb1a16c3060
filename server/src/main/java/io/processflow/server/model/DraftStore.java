package io.processflow.server.model;

import io.processflow.server.team.Member;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts in {@code process_model}. */
@Repository
class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft with the name of its model. */
    record NamedDraft(long modelId, String name, String xml) {}

    Optional<Draft> find(long teamId, long modelId) {
        return jdbc.sql("select draft, draft_revision from process_model where belongs_to = :team and id = :id")
                .param("team", teamId)
                .param("id", modelId)
                .query((row, number) -> new Draft(row.getString("draft"), row.getLong("draft_revision")))
                .optional();
    }

    /** Locks the team's roles and then the model for this transaction. Roles first: so does their deletion. */
    Optional<Draft> lock(long teamId, long modelId) {
        jdbc.sql("select id from team where id = :team for share")
                .param("team", teamId)
                .query((row, number) -> row.getLong(1))
                .single();
        return jdbc.sql("""
                        select draft, draft_revision from process_model
                         where belongs_to = :team and id = :id
                           for update""")
                .param("team", teamId)
                .param("id", modelId)
                .query((row, number) -> new Draft(row.getString("draft"), row.getLong("draft_revision")))
                .optional();
    }

    /** Empty when the draft is not at the revision any more. */
    Optional<Long> save(Member member, long modelId, long revision, String xml) {
        return jdbc.sql("""
                        update process_model
                           set draft = :draft, draft_revision = draft_revision + 1,
                               draft_saved_by = :user, updated_by = :user, updated_at = now()
                         where belongs_to = :team and id = :id and draft_revision = :revision
                        returning draft_revision""")
                .param("draft", xml)
                .param("user", member.userId())
                .param("team", member.teamId())
                .param("id", modelId)
                .param("revision", revision)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** Drafts in whose text an id or a name occurs; whether they use it is seen by reading them. */
    List<NamedDraft> mentioning(long teamId, String idPattern, String name) {
        return jdbc.sql("""
                        select id, name, draft from process_model
                         where belongs_to = :team and archived_at is null
                           and (draft ~ :pattern or :name <> '' and position(lower(:name) in lower(draft)) > 0)
                         order by id""")
                .param("team", teamId)
                .param("pattern", idPattern)
                .param("name", name)
                .query((row, number) ->
                        new NamedDraft(row.getLong("id"), row.getString("name"), row.getString("draft")))
                .list();
    }
}
