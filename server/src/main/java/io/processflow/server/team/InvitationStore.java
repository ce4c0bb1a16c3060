package io.processflow.server.team;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code invitation}. An address alone opens an invitation only to somebody who proved it, or whose account
 * is older than the invitation: who signs up under a stranger's address later needs the link.
 */
@Repository
class InvitationStore {

    /** What answering an invitation depends on. */
    record Answerable(long id, long teamId, @Nullable Long roleId, UUID invitedBy, boolean accepted, boolean expired) {}

    private static final String COLUMNS = """
            select i.id, i.email, i.role_id, r.name as role_name, u.username as invited_by, i.created_at, i.expires_at
              from invitation i
              join "user" u on u.id = i.invited_by
              left join role r on r.team_id = i.team_id and r.id = i.role_id
             where i.team_id = :team and i.accepted_at is null and i.declined_at is null
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, the expired ones included. */
    List<Invitation> list(long teamId, PageRequest page) {
        return jdbc.sql(COLUMNS + "and i.id < :before order by i.id desc limit :limit")
                .param("team", teamId)
                .param("before", Objects.requireNonNullElse(page.numberAfter(0), Long.MAX_VALUE))
                .param("limit", page.fetch())
                .query((row, number) -> invitation(row))
                .list();
    }

    Invitation get(long teamId, long id) {
        return jdbc.sql(COLUMNS + "and i.id = :id")
                .param("team", teamId)
                .param("id", id)
                .query((row, number) -> invitation(row))
                .single();
    }

    /** An expired invitation makes room for a new one to the same address. */
    void removeExpired(long teamId, String email) {
        jdbc.sql("""
                        delete from invitation
                         where team_id = :team and lower(email) = :email
                           and accepted_at is null and declined_at is null and expires_at <= now()""").param("team", teamId).param("email", email).update();
    }

    /** @return nothing when the address has an open invitation already */
    Optional<Long> insert(long teamId, String email, @Nullable Long roleId, UUID invitedBy, byte[] tokenHash) {
        return jdbc.sql("""
                        insert into invitation (team_id, email, role_id, invited_by, token_hash, expires_at)
                        values (:team, :email, :role, :invitedBy, :hash, now() + interval '7 days')
                        on conflict do nothing
                        returning id""")
                .param("team", teamId)
                .param("email", email)
                .param("role", roleId)
                .param("invitedBy", invitedBy)
                .param("hash", tokenHash)
                .query(Long.class)
                .optional();
    }

    /** @return false when there is no open one of this id */
    boolean revoke(long teamId, long id) {
        return jdbc.sql("""
                        delete from invitation
                         where team_id = :team and id = :id and accepted_at is null and declined_at is null""").param("team", teamId).param("id", id).update() == 1;
    }

    /** Lets this transaction see the invitation whose link holds the token. */
    void showByLink(byte[] tokenHash) {
        jdbc.sql("select set_config('app.invitation_token_hash', :hash, true)")
                .param("hash", HexFormat.of().formatHex(tokenHash))
                .query(String.class)
                .single();
    }

    Optional<Answerable> answerable(long id, UUID userId, byte @Nullable [] tokenHash) {
        return jdbc.sql("""
                        select i.id, i.team_id, i.role_id, i.invited_by, i.accepted_at is not null as accepted,
                               i.expires_at <= now() as expired
                          from invitation i
                          join "user" u on u.id = :user
                         where i.id = :id and i.declined_at is null
                           and (i.token_hash = cast(:hash as bytea)
                                or (lower(i.email) = lower(u.email)
                                    and (u.email_verified or u.created_at < i.created_at)))""")
                .param("id", id)
                .param("user", userId)
                .param("hash", tokenHash)
                .query((row, number) -> new Answerable(
                        row.getLong("id"),
                        row.getLong("team_id"),
                        Db.longOrNull(row, "role_id"),
                        row.getObject("invited_by", UUID.class),
                        row.getBoolean("accepted"),
                        row.getBoolean("expired")))
                .optional();
    }

    /** @return false when it was answered before */
    boolean accept(long id) {
        return jdbc.sql("""
                        update invitation set accepted_at = now()
                         where id = :id and accepted_at is null and declined_at is null""").param("id", id).update() == 1;
    }

    /** @return false when it was answered before */
    boolean decline(long id) {
        return jdbc.sql("""
                        update invitation set declined_at = now()
                         where id = :id and accepted_at is null and declined_at is null""").param("id", id).update() == 1;
    }

    /** The teams that invite the person by address. */
    List<Long> invitingTeams(UUID userId) {
        return jdbc.sql("""
                        select distinct i.team_id
                          from invitation i
                          join "user" u on u.id = :user and lower(u.email) = lower(i.email)
                         where i.accepted_at is null and i.declined_at is null and i.expires_at > now()
                           and (u.email_verified or u.created_at < i.created_at)
                         order by i.team_id""")
                .param("user", userId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Needs the inviting teams in scope. */
    List<MyInvitation> addressedTo(UUID userId) {
        return jdbc.sql("""
                        select i.id, i.team_id, t.name as team_name, t.color_scheme, by.username as invited_by, i.expires_at
                          from invitation i
                          join "user" u on u.id = :user and lower(u.email) = lower(i.email)
                          join "user" by on by.id = i.invited_by
                          join team t on t.id = i.team_id and t.archived_at is null
                         where i.accepted_at is null and i.declined_at is null and i.expires_at > now()
                           and (u.email_verified or u.created_at < i.created_at)
                           and not exists (select 1 from profile_team m
                                            where m.team_id = i.team_id and m.profile_id = u.id)
                         order by i.id desc""")
                .param("user", userId)
                .query((row, number) -> new MyInvitation(
                        row.getLong("id"),
                        row.getLong("team_id"),
                        row.getString("team_name"),
                        JsonMapper.shared().readValue(row.getString("color_scheme"), ColorScheme.class),
                        row.getString("invited_by"),
                        Db.instant(row, "expires_at")))
                .list();
    }

    /** Every team that keeps an invitation to the address, answered or not; needs the address's own scope. */
    List<Long> teamsNaming(String email) {
        return jdbc.sql("select distinct team_id from invitation where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Removes what the teams in scope keep of the address. */
    void forget(String email) {
        jdbc.sql("delete from invitation where lower(email) = lower(:email)")
                .param("email", email)
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                row.getString("email"),
                Db.longOrNull(row, "role_id"),
                row.getString("role_name"),
                row.getString("invited_by"),
                Db.instant(row, "created_at"),
                Db.instant(row, "expires_at"));
    }
}
