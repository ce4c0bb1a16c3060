package io.processflow.server.gamification;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.FreshDatabase;
import io.processflow.server.gamification.GamificationSettings.Thresholds;
import io.processflow.server.platform.RoundTrip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Thresholds of the badges, read beside a group of commands. */
class GamificationSettingsTest {

    private FreshDatabase database;
    private GamificationSettings settings;

    @BeforeEach
    void open() {
        database = FreshDatabase.migrated();
        settings = new GamificationSettings(database.jdbc());
    }

    @Test
    void withoutRowsTheUsualThresholdsCount() {
        read();
        assertThat(settings.thresholds()).isEqualTo(new Thresholds(5, 100, true));
    }

    @Test
    void rowsSetThem() {
        set("explorerProcesses", "3");
        set("completionSteps", " 0 ");
        set("speedBadge", "false");
        read();
        assertThat(settings.thresholds()).isEqualTo(new Thresholds(3, 0, false));
    }

    @Test
    void whatIsNoNumberLeavesTheUsualOne() {
        set("explorerProcesses", "a few");
        read();
        assertThat(settings.thresholds()).isEqualTo(Thresholds.USUAL);
    }

    @Test
    void whatWasJustReadIsNotReadAgain() {
        read();
        set("explorerProcesses", "3");
        read();
        assertThat(settings.thresholds()).isEqualTo(Thresholds.USUAL);
    }

    private void set(String key, String value) {
        database.jdbc()
                .sql("insert into config (key, value) values (:key, :value)")
                .param("key", key)
                .param("value", value)
                .update();
    }

    private void read() {
        RoundTrip trip = new RoundTrip();
        trip.add("select 1");
        settings.readIn(trip);
        new JdbcTemplate(database.dataSource()).execute((ConnectionCallback<Boolean>) connection -> {
            trip.send(connection);
            return true;
        });
    }
}
