package io.processflow.server.gamification;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Standing;
import io.processflow.server.gamification.GamificationSettings.Thresholds;
import io.processflow.server.runtime.Standings.Account;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BadgeDistanceTest {

    private static final Account BORIS = new Account(UUID.randomUUID(), 1);

    private final BadgeDistance distance = new BadgeDistance();

    @Test
    void whoIsNotKnownMayEarnAny() {
        assertThat(mayEarn(7L)).isTrue();
    }

    @Test
    void whereNoBadgeCountsStepsNobodyMay() {
        assertThat(distance.mayBeReached(BORIS, List.of(7L), new Thresholds(0, 0, true)))
                .isFalse();
    }

    @Test
    void whoIsFarFromBothDoesNot() {
        knows(80, Set.of(7L));
        assertThat(mayEarn(7L)).isFalse();
    }

    @Test
    void whoComesNearTheStepsMay() {
        knows(80, Set.of(7L));
        for (int step = 0; step < 9; step++) {
            distance.worked(BORIS, 7);
        }
        assertThat(mayEarn(7L)).isTrue();
    }

    @Test
    void manyStepsAtOnceAreCounted() {
        knows(80, Set.of(7L));
        assertThat(mayEarn(7L, 7L, 7L, 7L, 7L, 7L, 7L, 7L, 7L, 7L)).isTrue();
    }

    @Test
    void aProcessThatIsNewMayBeTheOneThatCounts() {
        knows(1, Set.of(7L, 8L, 9L));
        assertThat(mayEarn(7L)).isFalse();
        assertThat(mayEarn(10L)).isTrue();
    }

    @Test
    void whoHasTheBadgesEarnsThemNoMore() {
        distance.read(BORIS, new Standing(0, 0, Set.of("Explorer", "Completion"), 5_000, Set.of()));
        assertThat(mayEarn(7L)).isFalse();
    }

    private void knows(long steps, Set<Long> models) {
        distance.read(BORIS, new Standing(0, 0, Set.of(), steps, models));
    }

    private boolean mayEarn(Long... models) {
        return distance.mayBeReached(BORIS, List.of(models), Thresholds.USUAL);
    }
}
