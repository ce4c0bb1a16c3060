package io.processflow.server.team;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who belongs to a team, and with which roles: {@code profile_team} and {@code profile_role_team}. */
@Repository
class MemberStore {

    private static final String COLUMNS = """
            select m.profile_id, u.username, nullif(u.name, '') as name, u.email, m.created_at,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'color', r.color)
                                              order by r.name <> 'owner', lower(r.name), r.id), '[]')
                      from profile_role_team a
                      join role r on r.team_id = a.team_id and r.id = a.role_id
                     where a.team_id = m.team_id and a.profile_id = m.profile_id) as roles
              from profile_team m
              join "user" u on u.id = m.profile_id
            """;

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By username, after the one the page before ended with. */
    List<TeamMember> list(long teamId, PageRequest page) {
        return jdbc.sql(COLUMNS + """
                        where m.team_id = :team and lower(u.username) > lower(:after)
                        order by lower(u.username)
                        limit :limit""")
                .param("team", teamId)
                .param("after", Objects.requireNonNullElse(page.textAfter(0), ""))
                .param("limit", page.fetch())
                .query((row, number) -> member(row))
                .list();
    }

    Optional<TeamMember> find(long teamId, UUID userId) {
        return jdbc.sql(COLUMNS + "where m.team_id = :team and m.profile_id = :user")
                .param("team", teamId)
                .param("user", userId)
                .query((row, number) -> member(row))
                .optional();
    }

    boolean isMember(long teamId, String email) {
        return jdbc.sql("""
                        select exists (select 1 from profile_team m join "user" u on u.id = m.profile_id
                                        where m.team_id = :team and lower(u.email) = :email)""")
                .param("team", teamId)
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** @return false when the person is a member already */
    boolean join(long teamId, UUID userId) {
        return jdbc.sql("""
                        insert into profile_team (profile_id, team_id) values (:user, :team)
                        on conflict do nothing""").param("team", teamId).param("user", userId).update() == 1;
    }

    /** @return false when the person is no member */
    boolean remove(long teamId, UUID userId) {
        takeAll(teamId, userId);
        RightsChanges.note(jdbc, teamId);
        return jdbc.sql("delete from profile_team where team_id = :team and profile_id = :user")
                        .param("team", teamId)
                        .param("user", userId)
                        .update()
                == 1;
    }

    void give(long teamId, UUID userId, long roleId) {
        jdbc.sql("""
                        insert into profile_role_team (profile_id, role_id, team_id) values (:user, :role, :team)
                        on conflict do nothing""")
                .param("team", teamId)
                .param("user", userId)
                .param("role", roleId)
                .update();
        RightsChanges.note(jdbc, teamId);
    }

    void take(long teamId, UUID userId, Collection<Long> roleIds) {
        if (roleIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from profile_role_team
                         where team_id = :team and profile_id = :user and role_id in (:roles)""")
                .param("team", teamId)
                .param("user", userId)
                .param("roles", roleIds)
                .update();
        RightsChanges.note(jdbc, teamId);
    }

    Set<Long> roleIds(long teamId, UUID userId) {
        return jdbc.sql("select role_id from profile_role_team where team_id = :team and profile_id = :user")
                .param("team", teamId)
                .param("user", userId)
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private void takeAll(long teamId, UUID userId) {
        jdbc.sql("delete from profile_role_team where team_id = :team and profile_id = :user")
                .param("team", teamId)
                .param("user", userId)
                .update();
    }

    /** Whether the team needs this person: its creator while an owner, or the last owner. */
    boolean holdsTheTeam(long teamId, UUID userId) {
        return jdbc.sql("""
                        select coalesce(bool_or(a.profile_id = :user), false)
                               and (t.created_by = :user or count(*) = 1)
                          from team t
                          join role r on r.team_id = t.id and r.name = 'owner'
                          join profile_role_team a on a.team_id = t.id and a.role_id = r.id
                         where t.id = :team
                         group by t.id, t.created_by""")
                .param("team", teamId)
                .param("user", userId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static TeamMember member(ResultSet row) throws SQLException {
        List<RoleTag> roles =
                JsonMapper.shared().readValue(row.getString("roles"), new TypeReference<List<RoleTag>>() {});
        return new TeamMember(
                row.getObject("profile_id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                roles.stream().anyMatch(role -> role.name().equals(Role.OWNER)),
                Db.instant(row, "created_at"),
                roles);
    }
}
