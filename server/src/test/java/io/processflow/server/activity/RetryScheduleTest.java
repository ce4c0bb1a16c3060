package io.processflow.server.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 30", "3, 300", "4, 1800", "5, 7200", "9, 7200"})
    void waitsLongerEachTimeGiveOrTakeAFifth(int attempt, long seconds) {
        Random random = new Random(attempt);
        for (int i = 0; i < 100; i++) {
            assertThat(RetrySchedule.after(attempt, random))
                    .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
        }
    }
}
