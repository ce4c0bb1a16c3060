package io.processflow.server.task;

import io.processflow.server.team.MemberRemoved;
import io.processflow.server.team.RoleReplaced;
import io.processflow.server.team.RoleUsage.Use;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose tasks there are, and what happens to them when people and roles go. */
@Repository
class TaskAssignmentStore {

    private final JdbcClient jdbc;

    TaskAssignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Long> openCounts(Collection<Long> teams, Collection<Long> roles) {
        Map<Long, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select team_id, count(*) as open from flow_element_instance
                         where status = 'Todo' and team_id = any(:teams) and assigned_role_id = any(:roles)
                         group by team_id""")
                .param("teams", teams.toArray(Long[]::new))
                .param("roles", roles.toArray(Long[]::new))
                .query(row -> {
                    counts.put(row.getLong("team_id"), row.getLong("open"));
                });
        return counts;
    }

    List<Use> usesOf(long teamId, long roleId) {
        return jdbc.sql("""
                        select case when v.status = 'Todo' then 'task' else 'history' end as kind, m.name, count(*) as uses
                          from flow_element_instance v
                          join process_instance i on i.id = v.is_part_of
                          join process_model m on m.id = i.process_model_id
                         where v.team_id = :team and v.assigned_role_id = :role
                         group by 1, 2
                         order by 1 desc, 2""")
                .param("team", teamId)
                .param("role", roleId)
                .query((row, number) -> new Use(row.getString("kind"), row.getString("name"), row.getLong("uses")))
                .list();
    }

    void releaseClaims(long teamId, UUID person) {
        Long[] locked = lockInstances("claimed_by = :subject", teamId, person);
        jdbc.sql("""
                        update flow_element_instance set claimed_by = null, claimed_at = null
                         where is_part_of = any(:instances) and claimed_by = :person and status = 'Todo'""").param("instances", locked).param("person", person).update();
    }

    void moveTasks(long teamId, long roleId, long replacedBy) {
        Long[] locked = lockInstances("assigned_role_id = :subject", teamId, roleId);
        jdbc.sql("""
                        update flow_element_instance set assigned_role_id = :replacement
                         where is_part_of = any(:instances) and assigned_role_id = :role and status = 'Todo'""")
                .param("instances", locked)
                .param("role", roleId)
                .param("replacement", replacedBy)
                .update();
    }

    /**
     * Rows of steps change only under the lock of their instances, taken in the order of the ids; the instances' moment of
     * change tells servers that know them.
     */
    private Long[] lockInstances(String condition, long teamId, Object subject) {
        return jdbc.sql("with locked as (select id from process_instance where id in (select is_part_of "
                        + "from flow_element_instance where team_id = :team and status = 'Todo' and " + condition
                        + ") order by id for update) update process_instance set updated_at = clock_timestamp() "
                        + "from locked where process_instance.id = locked.id returning process_instance.id")
                .param("team", teamId)
                .param("subject", subject)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /** Tasks of a role that another one has replaced: steps that began while it was replaced. */
    List<RoleReplaced> ofReplacedRoles() {
        return jdbc.sql("""
                        select r.team_id, r.id, r.replaced_by from role r
                         where r.replaced_by is not null
                           and exists (select from flow_element_instance v
                                        where v.team_id = r.team_id and v.assigned_role_id = r.id and v.status = 'Todo')""")
                .query((row, number) ->
                        new RoleReplaced(row.getLong("team_id"), row.getLong("id"), row.getLong("replaced_by")))
                .list();
    }

    /** Claims of people who are no members: taken while they were removed. */
    List<MemberRemoved> claimsOfStrangers() {
        return jdbc.sql("""
                        select distinct v.team_id, v.claimed_by from flow_element_instance v
                         where v.status = 'Todo' and v.claimed_by is not null
                           and not exists (select from profile_team m
                                            where m.team_id = v.team_id and m.profile_id = v.claimed_by)""")
                .query((row, number) ->
                        new MemberRemoved(row.getLong("team_id"), row.getObject("claimed_by", UUID.class)))
                .list();
    }
}
