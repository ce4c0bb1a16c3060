package io.processflow.server.runtime;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The connections groups are written on: always in the worker's role, and planned for that alone. Plans are made once, for
 * arrays of any length: each row is found by an index, so that a plan made on empty tables is right on full ones. A group does not
 * wait long for a lock: whoever holds it would hold up everybody in the group.
 */
@Component
final class CommitConnections {

    private final HikariDataSource pool = new HikariDataSource();

    CommitConnections(JdbcConnectionDetails database, CommitSettings settings) {
        pool.setPoolName("commit");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(2_000);
        // From the first use on statements are prepared at the server.
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.setConnectionInitSql("""
                set role processflow_worker;
                set statement_timeout = '30s';
                set lock_timeout = '100ms';
                set idle_in_transaction_session_timeout = '60s';
                set plan_cache_mode = force_generic_plan;
                set enable_seqscan = off;
                set enable_hashjoin = off;
                set enable_mergejoin = off;
                set jit = off""");
    }

    Connection take() throws SQLException {
        return pool.getConnection();
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
