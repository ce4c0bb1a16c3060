package io.processflow.server.model;

import io.processflow.server.platform.RoundTrip;
import io.processflow.server.team.RewardSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what can be started; an archived model can not. */
@Repository
public class Startables {

    private static final String COLUMNS = "select id, belongs_to, name, published_version, startable_by, "
            + RewardSettings.column("belongs_to") + ", " + RowVersions.columns("process_model", "belongs_to")
            + " from process_model";

    private final JdbcClient jdbc;

    Startables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A model of the teams in scope. */
    public Optional<Startable> find(long modelId) {
        return jdbc.sql(COLUMNS + " where id = :id and archived_at is null")
                .param("id", modelId)
                .query((row, number) -> startable(row))
                .optional();
    }

    /** Asks for models of any team beside whatever else the round trip asks for; the answer is put into {@code found}. */
    public static void read(RoundTrip trip, Collection<Long> modelIds, Map<Long, Startable> found) {
        if (!modelIds.isEmpty()) {
            trip.query(
                    COLUMNS + " where id = any(?) and archived_at is null",
                    row -> found.put(row.getLong("id"), startable(row)),
                    (Object) modelIds.toArray(Long[]::new));
        }
    }

    private static Startable startable(ResultSet row) throws SQLException {
        return new Startable(
                row.getLong("id"),
                row.getLong("belongs_to"),
                row.getString("name"),
                version(row),
                Set.of((Long[]) row.getArray("startable_by").getArray()),
                RewardSettings.of(row),
                RowVersions.of(row));
    }

    private static @Nullable Integer version(ResultSet row) throws SQLException {
        int version = row.getInt("published_version");
        return row.wasNull() ? null : version;
    }
}
