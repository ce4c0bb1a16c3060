package io.processflow.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several statements that are sent together and answered together. Every parameter has a type the driver knows by itself;
 * an untyped one would cost a question to the server first.
 */
public final class RoundTrip {

    /** Takes the rows of one statement's answer, one by one. */
    @FunctionalInterface
    public interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    private static final Rows NONE = row -> {};

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<Rows> answers = new ArrayList<>();

    /** Adds a statement whose answer does not matter. */
    public void add(String statement, @Nullable Object... values) {
        query(statement, NONE, values);
    }

    /**
     * Adds a statement.
     *
     * @param values for its question marks: Long, Integer, Boolean, String, UUID, Instant, or an array of one of the first
     *     five, which becomes an array of the database
     */
    public void query(String statement, Rows rows, @Nullable Object... values) {
        if (!sql.isEmpty()) {
            sql.append(";\n");
        }
        sql.append(statement);
        parameters.addAll(java.util.Arrays.asList(values));
        answers.add(rows);
    }

    /** Sends them all, and hands every answer to who asked, in the order of the statements. */
    public void send(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            boolean hasRows = statement.execute();
            for (Rows rows : answers) {
                if (hasRows) {
                    try (ResultSet answer = statement.getResultSet()) {
                        while (answer.next()) {
                            rows.take(answer);
                        }
                    }
                }
                hasRows = statement.getMoreResults();
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case String text -> statement.setString(index, text);
            case UUID id -> statement.setObject(index, id);
            case Instant at -> statement.setObject(index, at.atOffset(ZoneOffset.UTC));
            case Long[] numbers -> bindArray(statement, index, "bigint", numbers);
            case Integer[] numbers -> bindArray(statement, index, "int4", numbers);
            case Boolean[] truths -> bindArray(statement, index, "bool", truths);
            case String[] texts -> bindArray(statement, index, "text", texts);
            case UUID[] ids -> bindArray(statement, index, "uuid", ids);
            case null, default ->
                throw new IllegalArgumentException("expected a value whose type is known, but got " + value);
        }
    }

    private static void bindArray(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
