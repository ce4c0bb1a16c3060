package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SystemBadgeTest {

    private static final long MODEL = 7;

    private static Drawing steps() {
        return Drawing.process()
                .start()
                .manual("first")
                .manual("second")
                .manual("third")
                .end("end")
                .flow("start", "first", "second", "third", "end");
    }

    private static Run started(Drawing drawing, int processes, int steps, boolean speed, Standing standing) {
        Run run = Run.of(drawing).under(new RewardPolicy(false, true, processes, steps, speed, MODEL));
        run.standings.put(Run.ANA, standing);
        return run.start();
    }

    @Test
    void theFirstStepInTheLastMissingProcessEarnsExplorer() {
        Run run = started(steps(), 3, 0, false, new Standing(0, 0, Set.of(), 9, Set.of(1L, 2L)));

        run.complete("first").complete("second");

        assertThat(run.events(Event.BadgeGranted.class))
                .containsExactly(new Event.BadgeGranted(2, "system-explorer", Run.ANA, "Explorer"));
        assertThat(run.standings.get(Run.ANA).models()).containsExactlyInAnyOrder(1L, 2L, MODEL);
    }

    @Test
    void furtherStepsInOneProcessDoNotMakeAnExplorer() {
        Run run = started(steps(), 2, 0, false, Standing.NOTHING_YET)
                .complete("first")
                .complete("second");

        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
    }

    @Test
    void theStepThatReachesTheNumberEarnsCompletion() {
        Run run = started(steps(), 0, 2, false, Standing.NOTHING_YET).complete("first");
        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();

        run.complete("second").complete("third");

        assertThat(run.events(Event.BadgeGranted.class))
                .containsExactly(new Event.BadgeGranted(3, "system-completion", Run.ANA, "Completion"));
        assertThat(run.standings.get(Run.ANA).steps()).isEqualTo(3);
    }

    @Test
    void aThresholdOfZeroIsNoBadge() {
        Run run = started(steps(), 0, 0, false, new Standing(0, 0, Set.of(), 99, Set.of(1L, 2L, 3L)))
                .complete("first");

        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
    }

    @Test
    void whoHasABadgeDoesNotGetItAgain() {
        Standing has = new Standing(0, 0, Set.of("Explorer", "Completion"), 99, Set.of(1L, 2L));
        Run run = started(steps(), 1, 1, true, has).complete("first");

        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
    }

    @Test
    void anAutomaticStepCountsForNobody() {
        Drawing drawing = Drawing.process()
                .start()
                .automatic("call")
                .manual("last")
                .end("end")
                .flow("start", "call", "last", "end");
        Run run = started(drawing, 1, 1, false, Standing.NOTHING_YET).answer("call");

        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
        assertThat(run.standings.get(Run.ANA).steps()).isZero();
    }

    private static Drawing challenge() {
        return Drawing.process()
                .start()
                .manual("pack")
                .manual("label")
                .challenge("sprint", 60)
                .manual("after")
                .end("end")
                .flow("start", "pack", "label", "after", "end")
                .inside("sprint", "pack", "label");
    }

    @Test
    void aChallengeWithinHalfItsTimeEarnsSpeedForEverybodyInside() {
        Run run = started(challenge(), 0, 0, true, Standing.NOTHING_YET).complete("pack");
        run.later(30).as(Run.MILAN).complete("label");

        assertThat(run.events(Event.BadgeGranted.class))
                .containsExactly(
                        new Event.BadgeGranted(2, "system-speed", Run.ANA, "Speed"),
                        new Event.BadgeGranted(2, "system-speed", Run.MILAN, "Speed"));
    }

    @Test
    void aChallengeThatTakesLongerThanHalfItsTimeDoesNot() {
        Run run = started(challenge(), 0, 0, true, Standing.NOTHING_YET).complete("pack");
        run.later(31).complete("label");

        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isTrue();
        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
    }

    @Test
    void speedCanBeSwitchedOffAndIsEarnedOnce() {
        assertThat(started(challenge(), 0, 0, false, Standing.NOTHING_YET)
                        .complete("pack")
                        .complete("label")
                        .events(Event.BadgeGranted.class))
                .isEmpty();
        assertThat(started(challenge(), 0, 0, true, new Standing(0, 0, Set.of("Speed")))
                        .complete("pack")
                        .complete("label")
                        .events(Event.BadgeGranted.class))
                .isEmpty();
    }

    @Test
    void standingsAreNeededForRewardsAndForTheBadgesThatAreOn() {
        RewardPolicy speed = new RewardPolicy(false, false, 0, 0, true, MODEL);
        assertThat(RewardPolicy.OFF.needsStandings(steps().graph())).isFalse();
        assertThat(RewardPolicy.OFF.needsStandings(
                        steps().points("first", "Coins", "setTo", 1).graph()))
                .isTrue();
        assertThat(new RewardPolicy(false, false, 1, 0, false, MODEL).needsStandings(steps().graph()))
                .isTrue();
        assertThat(new RewardPolicy(false, false, 0, 1, false, MODEL).needsStandings(steps().graph()))
                .isTrue();
        assertThat(speed.needsStandings(steps().graph())).isFalse();
        assertThat(speed.needsStandings(challenge().graph())).isTrue();
        assertThat(RewardPolicy.OFF.needsStandings(challenge().graph())).isFalse();
    }
}
