package io.processflow.server.gamification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of the installation that a person changes at run time, kept in {@code config}. */
@Component
class GamificationSettings {

    private static final long EXPERIENCE_PER_LEVEL = 100;

    private final JdbcClient jdbc;

    GamificationSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Points of experience that make a level, at least 1; key {@code experiencePerLevel}, default 100. */
    long experiencePerLevel() {
        return jdbc.sql("select value from config where key = 'experiencePerLevel'")
                .query((row, number) -> row.getString("value"))
                .optional()
                .map(value -> Math.max(1, Long.parseLong(value.strip())))
                .orElse(EXPERIENCE_PER_LEVEL);
    }
}
