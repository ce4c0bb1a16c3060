package io.processflow.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what JDBC has no word for: times that may be null, JSON lists of texts. */
public final class Db {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Db() {}

    /** A timestamptz column as an instant. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** A JSON list of strings, as jsonb gives it. */
    public static List<String> texts(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {});
    }
}
