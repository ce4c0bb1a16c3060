package io.processflow.server.team;

import io.processflow.server.platform.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code role}; a replaced role is gone for everybody but the versions that still name it. */
@Repository
class RoleStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Role> list(long teamId) {
        return jdbc.sql("""
                        select r.id, r.name, r.color, r.pages -> 'allowed_pages' as pages,
                               (select count(*) from profile_role_team a
                                 where a.team_id = r.team_id and a.role_id = r.id) as member_count
                          from role r
                         where r.team_id = :team and r.replaced_by is null
                         order by r.name <> 'owner', lower(r.name), r.id""")
                .param("team", teamId)
                .query((row, number) -> role(row))
                .list();
    }

    Optional<Role> find(long teamId, long roleId) {
        return list(teamId).stream().filter(role -> role.id() == roleId).findFirst();
    }

    Role owner(long teamId) {
        return list(teamId).stream().filter(Role::owner).findFirst().orElseThrow();
    }

    /** One person's roles in each of the teams. */
    Map<Long, List<RoleTag>> heldBy(UUID userId, Collection<Long> teamIds) {
        Map<Long, List<RoleTag>> byTeam = new HashMap<>();
        jdbc.sql("""
                        select r.team_id, r.id, r.name, r.color
                          from profile_role_team a
                          join role r on r.team_id = a.team_id and r.id = a.role_id
                         where a.profile_id = :user and a.team_id in (:teams)
                         order by r.name <> 'owner', lower(r.name), r.id""").param("user", userId).param("teams", teamIds).query(row -> {
            byTeam.computeIfAbsent(row.getLong("team_id"), team -> new ArrayList<>())
                    .add(new RoleTag(row.getLong("id"), row.getString("name"), row.getString("color")));
        });
        return byTeam;
    }

    long insert(long teamId, String name, String color, Set<TeamPage> pages) {
        return jdbc.sql("""
                        insert into role (team_id, name, color, pages)
                        values (:team, :name, :color, :pages::jsonb)
                        returning id""")
                .param("team", teamId)
                .param("name", name)
                .param("color", color)
                .param("pages", pages(pages))
                .query(Long.class)
                .single();
    }

    void change(long roleId, long teamId, String name, String color, Set<TeamPage> pages) {
        jdbc.sql("""
                        update role set name = :name, color = :color, pages = :pages::jsonb, updated_at = now()
                         where id = :role and team_id = :team""")
                .param("role", roleId)
                .param("team", teamId)
                .param("name", name)
                .param("color", color)
                .param("pages", pages(pages))
                .update();
        RightsChanges.note(jdbc, teamId);
    }

    /** The roles that this one took the place of, which its deletion would bring back. */
    List<Long> replacedBy(long teamId, long roleId) {
        return jdbc.sql("select id from role where team_id = :team and replaced_by = :role order by id")
                .param("team", teamId)
                .param("role", roleId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Members lose the role; open invitations stay, without it. */
    void delete(long teamId, long roleId) {
        jdbc.sql("delete from role where team_id = :team and (id = :role or replaced_by = :role)")
                .param("team", teamId)
                .param("role", roleId)
                .update();
        RightsChanges.note(jdbc, teamId);
    }

    /** Moves members and open invitations to the other role; the row stays and names it. */
    void replace(long teamId, long roleId, long by) {
        move("""
                insert into profile_role_team (profile_id, role_id, team_id)
                select profile_id, :by, team_id from profile_role_team where team_id = :team and role_id = :role
                on conflict do nothing""", teamId, roleId, by);
        move("""
                update invitation set role_id = :by
                 where team_id = :team and role_id = :role and accepted_at is null""", teamId, roleId, by);
        move("""
                update role set replaced_by = :by, updated_at = now()
                 where team_id = :team and (id = :role or replaced_by = :role)""", teamId, roleId, by);
        jdbc.sql("delete from profile_role_team where team_id = :team and role_id = :role")
                .param("team", teamId)
                .param("role", roleId)
                .update();
        RightsChanges.note(jdbc, teamId);
    }

    private void move(String sql, long teamId, long roleId, long by) {
        jdbc.sql(sql)
                .param("team", teamId)
                .param("role", roleId)
                .param("by", by)
                .update();
    }

    private static String pages(Set<TeamPage> pages) {
        List<String> labels = pages.stream().sorted().map(TeamPage::label).toList();
        return JSON.writeValueAsString(Map.of("allowed_pages", labels));
    }

    private static Role role(ResultSet row) throws SQLException {
        Set<TeamPage> pages = EnumSet.noneOf(TeamPage.class);
        Db.texts(row.getString("pages")).forEach(page -> pages.add(TeamPage.of(page)));
        String name = row.getString("name");
        return new Role(
                row.getLong("id"),
                name,
                row.getString("color"),
                pages,
                name.equals(Role.OWNER),
                row.getLong("member_count"));
    }
}
