package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes people for tests that talk to the services and not to the HTTP API. */
final class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody new; the address is {@code <username>@example.org}. */
    Caller somebody(String name) {
        return somebody(name, name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org");
    }

    Caller somebody(String name, String email) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = jdbc.sql("insert into \"user\" (email, username) values (:email, :username) returning id")
                .param("email", email)
                .param("username", username)
                .query(UUID.class)
                .single();
        return new Caller(id, UUID.randomUUID(), email, username, true, Instant.now());
    }
}
