package io.processflow.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one PostgreSQL that all tests of a JVM share; it ends with the JVM, and what it stored with it. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final File FOLDER = new File("target/postgresql");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "processflow.db.url=" + url(), "processflow.db.user=postgres", "processflow.db.password=unused")
                .applyTo(context);
    }

    /** Its JDBC address; the login is postgres, the superuser. */
    public static String url() {
        return url("postgres");
    }

    /** The address of another database of the same server, see {@link FreshDatabase}. */
    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Running.POSTGRES.getPort() + "/" + database;
    }

    private static final class Running {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(FOLDER)
                        .setDataDirectory(new File(FOLDER, "data-" + UUID.randomUUID()))
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
