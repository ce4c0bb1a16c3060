package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static Drawing sprint() {
        return Drawing.process()
                .start()
                .manual("before")
                .split("split")
                .manual("pack")
                .manual("label")
                .join("join")
                .manual("after")
                .challenge("sprint", 60)
                .points("sprint", "Experience", "incrementBy", 10)
                .end("end")
                .flow("start", "before", "split", "pack", "join", "after", "end")
                .flow("split", "label", "join")
                .inside("sprint", "split", "pack", "label", "join");
    }

    @Test
    void beginsWithTheFirstTokenInsideAndEndsWhenTheLastHasLeft() {
        Run run = Run.started(sprint());
        assertThat(run.state().challenges()).isEmpty();

        run.complete("before");
        assertThat(run.state().challenges()).hasSize(1);
        run.complete("pack");
        assertThat(run.state().challenges()).hasSize(1);
        run.complete("label");

        assertThat(run.state().challenges()).isEmpty();
        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isTrue();
    }

    @Test
    void withinItsTimeEverybodyWhoWorkedInsideIsRewardedOnce() {
        Run run = Run.started(sprint()).complete("before").as(Run.MILAN).complete("pack");

        run.later(60).as(Run.ANA).complete("label");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::person)
                .containsExactly(Run.ANA, Run.MILAN);
    }

    @Test
    void beyondItsTimeNobodyIs() {
        Run run = Run.started(sprint())
                .complete("before")
                .complete("pack")
                .later(61)
                .complete("label");

        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isFalse();
        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
    }

    @Test
    void timeOnHoldDoesNotCount() {
        Run run = Run.started(sprint()).complete("before").complete("pack");

        run.hold().later(1_000).resume().later(60).complete("label");

        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isTrue();
    }

    @Test
    void aCancelledOneRewardsNobody() {
        Run run = Run.started(sprint()).complete("before").complete("pack").cancel();

        assertThat(run.state().challenges()).isEmpty();
        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        assertThat(run.state().status()).isEqualTo(InstanceStatus.CANCELLED);
    }
}
