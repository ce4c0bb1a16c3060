package io.processflow.server.gamification;

import io.processflow.server.platform.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of the installation that a person changes at run time, kept in {@code config}. */
@Component
class GamificationSettings {

    /**
     * What the system's badges ask for.
     *
     * @param explorerProcesses key {@code explorerProcesses}: processes with a completed step; 0: no such badge
     * @param completionSteps key {@code completionSteps}: completed steps; 0: no such badge
     * @param speedBadge key {@code speedBadge}
     */
    record Thresholds(int explorerProcesses, int completionSteps, boolean speedBadge) {

        static final Thresholds USUAL = new Thresholds(5, 100, true);
    }

    private record Known(Thresholds thresholds, long readAt) {}

    private static final Logger LOG = LoggerFactory.getLogger(GamificationSettings.class);
    private static final long EXPERIENCE_PER_LEVEL = 100;
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final String[] KEYS = {"explorerProcesses", "completionSteps", "speedBadge"};

    private final JdbcClient jdbc;
    private volatile Known known = new Known(Thresholds.USUAL, System.nanoTime() - KEPT.toNanos());

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

    /** As {@link #readIn} read them last. */
    Thresholds thresholds() {
        return known.thresholds();
    }

    /** Reads the thresholds beside whatever else is read, when what is known is some seconds old. */
    void readIn(RoundTrip trip) {
        if (System.nanoTime() - known.readAt() >= KEPT.toNanos()) {
            Map<String, String> found = new HashMap<>();
            trip.query("""
                    select wanted.key, config.value
                      from unnest(?) as wanted (key)
                      left join config on config.key = wanted.key""", row -> take(row, found), (Object) KEYS);
        }
    }

    /** One row for each key: the last one makes them whole. */
    private void take(ResultSet row, Map<String, String> found) throws SQLException {
        String value = row.getString("value");
        found.put(row.getString("key"), value == null ? "" : value.strip());
        if (found.size() == KEYS.length) {
            Thresholds usual = Thresholds.USUAL;
            known = new Known(
                    new Thresholds(
                            number(found, KEYS[0], usual.explorerProcesses()),
                            number(found, KEYS[1], usual.completionSteps()),
                            !"false".equalsIgnoreCase(found.get(KEYS[2]))),
                    System.nanoTime());
        }
    }

    private static int number(Map<String, String> found, String key, int usual) {
        String value = found.getOrDefault(key, "");
        if (value.matches("[0-9]{1,9}")) {
            return Integer.parseInt(value);
        }
        if (!value.isEmpty()) {
            LOG.warn(
                    "Expected a number from 0 on for \"{}\" in config, but it is \"{}\": {} counts", key, value, usual);
        }
        return usual;
    }
}
