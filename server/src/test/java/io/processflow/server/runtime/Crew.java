package io.processflow.server.runtime;

import io.processflow.server.Browser;
import io.processflow.server.TestDatabase;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.SecretToken;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of teams for tests that call the services and need many: written as rows, for signing up costs a password hash. */
public final class Crew {

    private static final JdbcClient DB = JdbcClient.create(source());

    private Crew() {}

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url());
        source.setUser("postgres");
        return source;
    }

    /** The tests' database as the login, which no row-level security binds. */
    public static JdbcClient db() {
        return DB;
    }

    public static Caller member(long teamId, long roleId, String name) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        String email = username + "@example.org";
        UUID id = DB.sql("insert into \"user\" (email, username) values (?, ?) returning id")
                .params(email, username)
                .query(UUID.class)
                .single();
        DB.sql("insert into profile_team (profile_id, team_id) values (?, ?)")
                .params(id, teamId)
                .update();
        DB.sql("insert into profile_role_team (profile_id, role_id, team_id) values (?, ?, ?)")
                .params(id, roleId, teamId)
                .update();
        DB.sql("insert into statistics (profile_id, team_id) values (?, ?)")
                .params(id, teamId)
                .update();
        return new Caller(id, UUID.randomUUID(), email, username, true, Instant.now());
    }

    /** A browser in which the member is signed in. */
    public static Browser browser(Caller member, int port) {
        String token = SecretToken.create();
        DB.sql("insert into session (user_id, token, expires_at) values (?, ?, now() + interval '1 hour')")
                .params(member.userId(), SecretToken.hash(token))
                .update();
        Browser browser = new Browser(port);
        browser.setCookie("pf_session", token);
        browser.get("/api/auth/session").expect(200);
        return browser;
    }
}
