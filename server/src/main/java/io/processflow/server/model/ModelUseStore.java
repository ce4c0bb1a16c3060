package io.processflow.server.model;

import io.processflow.server.team.RoleUsage.Use;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what published versions name. */
@Repository
class ModelUseStore {

    private final JdbcClient jdbc;

    ModelUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> roleName(long teamId, long roleId) {
        return jdbc.sql("select name from role where team_id = :team and id = :role")
                .param("team", teamId)
                .param("role", roleId)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    List<Use> versionsNaming(long teamId, long roleId) {
        return jdbc.sql("""
                        select m.name, count(*) as steps
                          from flow_element e
                          join process_model m on m.belongs_to = e.team_id and m.id = e.model_id
                         where e.team_id = :team and e.data ->> 'assignedRole' = :role
                         group by m.id, m.name
                         order by m.id""")
                .param("team", teamId)
                .param("role", String.valueOf(roleId))
                .query((row, number) -> new Use("version", row.getString("name"), row.getLong("steps")))
                .list();
    }

    List<Use> startableBy(long teamId, long roleId) {
        return jdbc.sql("""
                        select name from process_model
                         where belongs_to = :team and :role = any (startable_by)
                         order by id""")
                .param("team", teamId)
                .param("role", roleId)
                .query((row, number) -> new Use("start", row.getString("name"), 1))
                .list();
    }

    boolean isPinned(long teamId, long definitionId) {
        return jdbc.sql("""
                        select exists (select from flow_element e
                                         join node_definition_version v on v.id = e.node_definition_version_id
                                        where e.team_id = :team and v.node_definition_id = :definition)""")
                .param("team", teamId)
                .param("definition", definitionId)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
