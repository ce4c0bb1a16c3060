package io.processflow.server.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of the server's own, kept in a folder. It promises what a real installation's does: what is committed is on
 * the disk, and nobody gets in without the password. It listens on this machine only, and ends after the pools that use it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "processflow";

    private final EmbeddedPostgres postgres;
    private final FolderLock lock;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FolderLock lock, String password) {
        this.postgres = postgres;
        this.lock = lock;
        this.password = password;
    }

    static EmbeddedDatabase start(Path folder) {
        try {
            DataFolder data = DataFolder.prepare(folder);
            FolderLock lock = FolderLock.take(data.root());
            try {
                return start(data, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw failed(folder, failure);
        }
    }

    private static EmbeddedDatabase start(DataFolder data, FolderLock lock) throws IOException {
        Leftover.end(data.cluster());
        boolean isNew = !data.hasDatabase();
        if (isNew) {
            LOG.info("Creating a database in {}.", data.root());
            data.beginCreating();
        }
        String password = data.password();
        EmbeddedPostgres postgres = launch(data, password);
        if (isNew) {
            createDatabase(postgres);
            data.created();
        }
        LOG.info("PostgreSQL runs on port {} of this machine; its data is in {}.", postgres.getPort(), data.root());
        return new EmbeddedDatabase(postgres, lock, password);
    }

    private static EmbeddedPostgres launch(DataFolder data, String password) throws IOException {
        Files.createDirectories(data.programs());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data.cluster())
                    .setOverrideWorkingDirectory(data.programs().toFile())
                    .setCleanDataDirectory(false)
                    // Spring ends it, after whatever still holds connections.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setOutputRedirector(Redirect.appendTo(data.log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(data.log().toFile()))
                    .setConnectConfig("password", password)
                    // Options of initdb, despite the name. They win over the library's own, which trust everybody.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", data.passwordFile().toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    // The library is made for tests and switches these off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IllegalStateException | IOException failure) {
            throw failed(data.root(), failure);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + NAME);
        } catch (SQLException failure) {
            postgres.close();
            throw new IOException("The database " + NAME + " could not be created.", failure);
        }
    }

    private static CannotStart failed(Path folder, Exception cause) {
        return new CannotStart(
                "The embedded PostgreSQL did not start: " + cause.getMessage(),
                "See " + folder.resolve("postgresql.log")
                        + " for what PostgreSQL says. As root it needs user namespaces"
                        + " (unshare -U); where they are forbidden, start as an ordinary user or name a database of your"
                        + " own with PROCESSFLOW_DB_URL.",
                cause);
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            lock.close();
        }
    }
}
