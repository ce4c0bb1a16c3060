package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The migrations on a server of their own, because the roles they make belong to the whole server. */
class MigrationTest {

    private static final File FOLDER = new File("target/postgresql");

    private static EmbeddedPostgres server;

    @BeforeEach
    void serverWithoutRoles() throws IOException {
        stop();
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(FOLDER)
                .setDataDirectory(new File(FOLDER, "data-" + UUID.randomUUID()))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aPlainOwnerOfTheDatabaseMigratesIt() {
        superuser().sql("create role plain login createrole").update();
        superuser().sql("create database owned owner plain").update();
        assertThat(migrate("owned", "plain").migrationsExecuted).isEqualTo(known());
        assertThat(migrate("owned", "plain").migrationsExecuted)
                .as("a second start has nothing to do")
                .isZero();

        JdbcClient login = JdbcClient.create(new SingleConnectionDataSource(url("owned", "plain"), true));
        long team = login.sql("select nextval('team_id_seq')").query(Long.class).single();
        login.sql("insert into \"user\" (email, username) values ('ana@example.org', 'ana')")
                .update();
        login.sql("set role processflow_runtime").update();
        login.sql("select set_config('app.team_ids', :teams, false)")
                .param("teams", "{" + team + "}")
                .query(String.class)
                .single();
        assertThat(login.sql("insert into team (id, name, created_by) select :team, 'Ana''s team', id from \"user\"")
                        .param("team", team)
                        .update())
                .isOne();
        login.sql("set role processflow_worker").update();
        assertThat(login.sql("select count(*) from team").query(Integer.class).single())
                .isOne();
        login.sql("reset role").update();
        assertThat(login.sql("select count(*) from team").query(Integer.class).single())
                .as("a connection that forgot the role sees no team, whatever it names")
                .isZero();
    }

    @Test
    void twoDatabasesOfOneServerMigrateAtOnce() throws ExecutionException, InterruptedException {
        List<String> databases = List.of("first", "second", "third");
        databases.forEach(name -> superuser().sql("create database " + name).update());
        try (ExecutorService starting = Executors.newFixedThreadPool(databases.size())) {
            List<Callable<MigrateResult>> migrations = databases.stream()
                    .map(name -> (Callable<MigrateResult>) () -> migrate(name, "postgres"))
                    .toList();
            for (Future<MigrateResult> migration : starting.invokeAll(migrations)) {
                assertThat(migration.get().migrationsExecuted).isEqualTo(known());
            }
        }
    }

    @Test
    void nodesThatStartTogetherMigrateOnce() throws ExecutionException, InterruptedException {
        superuser().sql("create database shared").update();
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<MigrateResult> start = () -> migrate("shared", "postgres");
            int executed = 0;
            for (Future<MigrateResult> node : nodes.invokeAll(List.of(start, start, start))) {
                executed += node.get().migrationsExecuted;
            }
            assertThat(executed).isEqualTo(known());
        }
    }

    private static int known() {
        return flyway("postgres", "postgres").info().all().length;
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    private static String url(String database, String login) {
        return server.getJdbcUrl(login, database);
    }

    private static MigrateResult migrate(String database, String login) {
        return flyway(database, login).migrate();
    }

    private static Flyway flyway(String database, String login) {
        return Flyway.configure()
                .dataSource(server.getDatabase(login, database))
                .load();
    }
}
