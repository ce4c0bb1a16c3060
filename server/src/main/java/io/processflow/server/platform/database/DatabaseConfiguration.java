package io.processflow.server.platform.database;

import io.processflow.server.platform.InstallationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Decides which database is used. Requests take connections from a pool whose every connection has given up the login's
 * rights (see {@code connection-init-sql}); migrations run before, on connections of their own, as the login.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Conditional(NoneIsNamed.class)
    EmbeddedDatabase embeddedDatabase(InstallationSettings installation) {
        return EmbeddedDatabase.start(installation.dataFolder());
    }

    @Bean
    @Conditional(OursIsNamed.class)
    JdbcConnectionDetails externalDatabase(DatabaseSettings settings) {
        return new Login(String.valueOf(settings.url()), settings.user(), settings.password());
    }

    @Bean
    FlywayConnectionDetails migrationLogin(JdbcConnectionDetails database) {
        return new MigrationLogin(database);
    }

    private record Login(
            String getJdbcUrl,
            @Nullable String getUsername,
            @Nullable String getPassword) implements JdbcConnectionDetails {}

    private record MigrationLogin(JdbcConnectionDetails database) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return database.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return database.getPassword();
        }
    }

    static final class NoneIsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DatabaseChoice.of(context.getEnvironment()) == DatabaseChoice.EMBEDDED;
        }
    }

    static final class OursIsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DatabaseChoice.of(context.getEnvironment()) == DatabaseChoice.EXTERNAL;
        }
    }
}
