package io.processflow.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database of its own on the tests' PostgreSQL, for a test that needs no application or counts on an empty one. A
 * migrated one is a copy of a template that was migrated once, so that it comes quickly. It ends with the JVM.
 */
public final class FreshDatabase {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;

    private FreshDatabase(String name) {
        this.name = name;
    }

    /** With every migration applied. */
    public static FreshDatabase migrated() {
        return copyOf(Migrated.TEMPLATE);
    }

    /** With nothing in it. */
    public static FreshDatabase empty() {
        return copyOf("template1");
    }

    public String url() {
        return TestDatabase.url(name);
    }

    /** Connections as the login, the superuser; nothing is pooled. */
    public DataSource dataSource() {
        return source(name);
    }

    /** As the login, the superuser. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /**
     * A connection of its own, open until the JVM ends, as one of the server's roles, {@code processflow_runtime} or {@code
     * processflow_worker}; it names the given teams.
     */
    public JdbcClient jdbcAs(String role, Long... teamIds) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(url() + "?user=postgres", true);
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("set role " + role).update();
        if (teamIds.length > 0) {
            jdbc.sql("select set_config('app.team_ids', :teams, false)")
                    .param(
                            "teams",
                            Arrays.stream(teamIds).map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                    .query(String.class)
                    .single();
        }
        return jdbc;
    }

    private static FreshDatabase copyOf(String template) {
        String name = "fresh_" + MADE.incrementAndGet();
        execute("create database " + name + " template " + template);
        return new FreshDatabase(name);
    }

    private static void execute(String sql) {
        try (Connection connection = source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException("expected the tests' PostgreSQL to execute: " + sql, refused);
        }
    }

    private static PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url(database));
        source.setUser("postgres");
        return source;
    }

    private static final class Migrated {

        static final String TEMPLATE = migrate();

        private static String migrate() {
            execute("create database migrated");
            Flyway.configure().dataSource(source("migrated")).load().migrate();
            return "migrated";
        }
    }
}
