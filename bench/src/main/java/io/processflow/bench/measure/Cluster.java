package io.processflow.bench.measure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The PostgreSQL that all contenders share, in a folder that is thrown away. Its settings are those of the product's own
 * database: what is committed is on the disk; only more connections are allowed.
 */
public final class Cluster implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final ProcessHandle postmaster;

    private Cluster(EmbeddedPostgres postgres, Path folder, ProcessHandle postmaster) {
        this.postgres = postgres;
        this.folder = folder;
        this.postmaster = postmaster;
    }

    /** Creates a new cluster in a temporary folder and starts it. */
    public static Cluster start() throws IOException {
        Path folder = Files.createTempDirectory("processflow-bench");
        Path data = folder.resolve("data");
        Path log = folder.resolve("postgresql.log");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        Files.createDirectories(folder.resolve("programs")).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(true)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "400")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start();
        long id = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return new Cluster(postgres, folder, ProcessHandle.of(id).orElseThrow());
    }

    public String user() {
        return SUPERUSER;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    public void create(String database) throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            execute(connection, "create database " + database);
        }
    }

    public void drop(String database) throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            execute(connection, "drop database " + database + " with (force)");
        }
    }

    public void checkpoint() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            execute(connection, "checkpoint");
        }
    }

    /** A connection of the superuser, whom row-level security does not bind. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, null);
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    public static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    /** Processor time of all server processes that still run; connections are kept open during a turn. */
    Duration processorTime() {
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
