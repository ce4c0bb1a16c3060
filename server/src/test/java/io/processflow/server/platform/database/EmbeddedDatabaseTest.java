package io.processflow.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItWasToldAndLetsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "show server_version")).startsWith("17.");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show max_connections")).isEqualTo("60");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "select lower('ÄŽ')")).isEqualTo("äž");
            assertThat(ask(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderThatAnotherServerUses() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Another server already uses the data folder " + folder.toRealPath() + ".");
            assertThat(ask(first, "select 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void findsEverythingAgainAfterAStopAndAfterAKill() throws Exception {
        assertThat(inAProcessThatIsKilled("create table kept as select 'first' as word"))
                .isEqualTo(Killed.STATUS);
        assertThat(inAProcessThatIsKilled("insert into kept values ('second')")).isEqualTo(Killed.STATUS);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select string_agg(word, ',' order by word) from kept"))
                    .isEqualTo("first,second");
        }
        assertThat(folder.resolve("postgresql-17/postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select count(*)::text from kept")).isEqualTo("2");
        }
    }

    @Test
    void beginsAnewWhenTheFirstStartWasKilledHalfWay() throws Exception {
        Path cluster = Files.createDirectories(folder.resolve("postgresql-17"));
        Files.writeString(cluster.resolve("postgresql.conf"), "# only half written");
        Files.writeString(folder.resolve("creating-database"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select current_database()::text")).isEqualTo("processflow");
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatNowBelongsToSomebodyElse() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Path pidFile = folder.resolve("postgresql-17/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n1\n5432\n\n127.0.0.1\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void saysWhatIsMissingWhenThePasswordIsGone() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.delete(folder.resolve("database-password"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("database-password");
    }

    private int inAProcessThatIsKilled(String sql) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString(),
                        sql)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .query(String.class)
                    .single();
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** Starts the database, writes, and ends as kill -9 ends: nothing is closed, PostgreSQL is left alone. */
    static final class Killed {

        static final int STATUS = 137;

        private Killed() {}

        public static void main(String[] arguments) throws SQLException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
            try (Connection connection = connect(database)) {
                connection.createStatement().execute(arguments[1]);
            }
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
