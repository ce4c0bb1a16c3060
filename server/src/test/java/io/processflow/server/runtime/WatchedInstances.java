package io.processflow.server.runtime;

import io.processflow.server.Proxy;
import io.processflow.server.TestDatabase;
import io.processflow.server.platform.TeamScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/** Instances as a server has them, but for the way to the database, which counts round trips and can be cut. */
final class WatchedInstances implements AutoCloseable {

    private final TeamScope scope;
    private final JdbcTemplate jdbc;
    private final GroupParts parts;
    private final Proxy proxy = new Proxy(TestDatabase.url());
    private final List<CommitConnections> opened = new ArrayList<>();

    WatchedInstances(TeamScope scope, JdbcTemplate jdbc, GroupParts parts) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.parts = parts;
    }

    Proxy proxy() {
        return proxy;
    }

    /** With so many connections for groups. */
    Instances instances(int connections) {
        CommitSettings settings = new CommitSettings(256, connections);
        CommitConnections own = new CommitConnections(
                new JdbcConnectionDetails() {
                    @Override
                    public String getJdbcUrl() {
                        return proxy.jdbcUrl();
                    }

                    @Override
                    public String getUsername() {
                        return "postgres";
                    }

                    @Override
                    public String getPassword() {
                        return "unused";
                    }
                },
                settings);
        opened.add(own);
        return new Instances(scope, jdbc, parts, own, settings);
    }

    @Override
    public void close() throws IOException {
        opened.forEach(CommitConnections::close);
        proxy.close();
    }
}
