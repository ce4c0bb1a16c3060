package io.processflow.server.team;

import io.processflow.server.platform.Db;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a person may do in every team of theirs. */
@Repository
class AccessStore {

    private final JdbcClient jdbc;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the person's teams; needs the person's own scope. */
    List<Long> teamIds(UUID userId) {
        return jdbc.sql("select team_id from profile_team where profile_id = :user order by team_id")
                .param("user", userId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * What the person's roles allow in the teams in scope.
     *
     * @param archived false for the teams people work in, true for those that can still be restored
     */
    List<Member> memberships(UUID userId, boolean archived) {
        Map<Long, Gathered> byTeam = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.id as team_id, r.id as role_id, r.name as role_name,
                               r.pages -> 'allowed_pages' as pages
                          from profile_team m
                          join team t on t.id = m.team_id and (t.archived_at is not null) = :archived
                          left join profile_role_team a on a.team_id = m.team_id and a.profile_id = m.profile_id
                          left join role r on r.id = a.role_id and r.team_id = a.team_id
                         where m.profile_id = :user
                           and (t.archived_at is null or t.archived_at > now() - interval '7 days')
                         order by t.id, r.id""").param("user", userId).param("archived", archived).query(row -> {
            long teamId = row.getLong("team_id");
            Gathered gathered = byTeam.computeIfAbsent(teamId, id -> new Gathered());
            String roleName = row.getString("role_name");
            if (roleName != null) {
                gathered.roles.add(row.getLong("role_id"));
                gathered.owner |= roleName.equals("owner");
                Db.texts(row.getString("pages")).forEach(page -> gathered.pages.add(TeamPage.of(page)));
            }
        });
        return byTeam.entrySet().stream()
                .map(team -> team.getValue().member(userId, team.getKey()))
                .toList();
    }

    /** The name of a team in scope that is not archived. */
    Optional<String> liveName(long teamId) {
        return jdbc.sql("select name from team where id = :team and archived_at is null")
                .param("team", teamId)
                .query(String.class)
                .optional();
    }

    /**
     * Everything that changes who may do what in a team takes this lock first, so that such changes come one by one. It does not
     * stop rows that only name the team, as a reward does: who writes those holds instances, which a change may wait for.
     */
    void lock(long teamId) {
        jdbc.sql("select id from team where id = :team for no key update")
                .param("team", teamId)
                .query(Long.class)
                .optional();
    }

    /** Keeps a membership from ending until the transaction does; false when there is none. */
    boolean keepMembership(UUID userId, long teamId) {
        return jdbc.sql("""
                        select id from profile_team where profile_id = :user and team_id = :team for key share""")
                .param("user", userId)
                .param("team", teamId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static final class Gathered {
        final Set<TeamPage> pages = EnumSet.noneOf(TeamPage.class);
        final Set<Long> roles = new HashSet<>();
        boolean owner;

        Member member(UUID userId, long teamId) {
            return new Member(userId, teamId, Set.copyOf(pages), Set.copyOf(roles), owner);
        }
    }
}
