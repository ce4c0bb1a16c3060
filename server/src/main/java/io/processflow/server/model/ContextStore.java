package io.processflow.server.model;

import io.processflow.server.model.TeamContext.TeamRole;
import io.processflow.server.platform.Db;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the roles a drawing can name, the replaced ones included. */
@Repository
class ContextStore {

    private final JdbcClient jdbc;

    ContextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TeamRole> roles(long teamId) {
        return jdbc.sql("select id, name, replaced_by from role where team_id = :team")
                .param("team", teamId)
                .query((row, number) ->
                        new TeamRole(row.getLong("id"), row.getString("name"), Db.longOrNull(row, "replaced_by")))
                .list();
    }
}
