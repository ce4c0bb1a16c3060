package io.processflow.server.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The external database, if there is one.
 *
 * @param url its JDBC address, jdbc:postgresql://…; without it the embedded database is used
 * @param user the login; it owns the tables and runs the migrations
 * @param password the login's password; both may also be in the address
 */
@ConfigurationProperties("processflow.db")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {}
