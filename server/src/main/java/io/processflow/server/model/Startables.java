package io.processflow.server.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what can be started, within the teams in scope; an archived model can not. */
@Repository
public class Startables {

    private final JdbcClient jdbc;

    Startables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Startable> find(long modelId) {
        return jdbc.sql("""
                        select id, belongs_to, name, published_version, startable_by from process_model
                         where id = :id and archived_at is null""")
                .param("id", modelId)
                .query((row, number) -> new Startable(
                        row.getLong("id"), row.getLong("belongs_to"), row.getString("name"), version(row), Set.of((Long
                                        [])
                                row.getArray("startable_by").getArray())))
                .optional();
    }

    private static @Nullable Integer version(ResultSet row) throws SQLException {
        int version = row.getInt("published_version");
        return row.wasNull() ? null : version;
    }
}
