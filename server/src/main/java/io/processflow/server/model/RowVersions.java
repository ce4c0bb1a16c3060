package io.processflow.server.model;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which transactions wrote the rows of a model and of its team last ({@code xmin} of PostgreSQL): while both stay the same,
 * nothing in these rows has changed. The team's row is written again whenever rights in it change, too.
 */
public record RowVersions(String model, String team) {

    /** Columns for a query that meets a model as {@code model} and the id of its team as {@code teamId}; {@link #of} reads them. */
    public static String columns(String model, String teamId) {
        return "%s.xmin::text as model_xmin, (select t.xmin::text from team t where t.id = %s) as team_xmin"
                .formatted(model, teamId);
    }

    public static RowVersions of(ResultSet row) throws SQLException {
        return new RowVersions(row.getString("model_xmin"), row.getString("team_xmin"));
    }
}
