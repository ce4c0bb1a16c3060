package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who started an instance is not paid for completing all its manual steps alone. */
class SelfStartTest {

    private static final RewardPolicy SELF_START = new RewardPolicy(false, true, 0, 0, false, 1);
    private static final String SO_FAR =
            "who started the instance has done every step so far; given as soon as somebody else completes one";

    /** Two steps and a last one; the first pays 20 points of experience. */
    private static Drawing steps() {
        return Drawing.process()
                .start()
                .manual("first")
                .points("first", "Experience", "incrementBy", 20)
                .manual("second")
                .manual("third")
                .end("end")
                .flow("start", "first", "second", "third", "end");
    }

    private static Run started(Drawing drawing) {
        Run run = Run.of(drawing).under(SELF_START);
        run.standings.put(Run.ANA, new Standing(5, 50, Set.of()));
        return run.start();
    }

    private static Drawing badge(Drawing drawing, String node) {
        return drawing.with(node, NodeData.GAMIFICATION_TYPE, "Badges")
                .with(node, NodeData.GAMIFICATION_OPTIONS, new Value.Fields(Map.of("badgeType", Value.text("Packer"))));
    }

    @Test
    void whileTheStarterWorksAloneTheRewardWaits() {
        Run run = started(steps()).complete("first");

        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        assertThat(run.events(Event.PointsDeferred.class))
                .containsExactly(new Event.PointsDeferred(
                        2, "activity", Run.ANA, PointKind.Experience, PointMethod.incrementBy, 20, 20, SO_FAR));
        assertThat(run.standings.get(Run.ANA).experience()).isEqualTo(5);
    }

    @Test
    void asSoonAsSomebodyElseCompletesAStepItIsGivenForTheVisitThatEarnedIt() {
        Run run = started(steps()).complete("first").as(Run.MILAN).complete("second");

        assertThat(run.events(Event.PointsGranted.class))
                .containsExactly(new Event.PointsGranted(
                        2, "activity", Run.ANA, PointKind.Experience, PointMethod.incrementBy, 20, 20));
        assertThat(run.standings.get(Run.ANA).experience()).isEqualTo(25);
        run.complete("third");
        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
        assertThat(run.events(Event.RewardWithheld.class)).isEmpty();
    }

    @Test
    void whatWaitsIsGivenInTheOrderItBecameDueBeforeTheOtherPersonsOwnReward() {
        Drawing drawing =
                steps().points("second", "Coins", "incrementBy", 3).points("third", "Coins", "incrementBy", 4);
        Run run = started(drawing)
                .complete("first")
                .complete("second")
                .as(Run.MILAN)
                .complete("third");

        assertThat(run.lastEvents())
                .filteredOn(Event.PointsGranted.class::isInstance)
                .extracting(event -> ((Event.PointsGranted) event).visit())
                .containsExactly(2, 3, 4);
    }

    @Test
    void onceTheWorkIsSharedTheStarterIsPaidAtOnce() {
        Run run = started(steps().points("second", "Coins", "incrementBy", 3))
                .as(Run.MILAN)
                .complete("first")
                .as(Run.ANA)
                .complete("second");

        assertThat(run.events(Event.PointsDeferred.class)).isEmpty();
        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::person)
                .containsExactly(Run.MILAN, Run.ANA);
    }

    @Test
    void whatStillWaitsAtTheEndIsWithheldWithTheReason() {
        Run run = started(steps()).complete("first").complete("second").complete("third");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        assertThat(run.events(Event.RewardWithheld.class))
                .containsExactly(
                        new Event.RewardWithheld(2, "activity", "who started the instance did all its steps alone"));
    }

    @Test
    void whatStillWaitsWhenItIsCancelledIsWithheld() {
        Run run = started(steps()).complete("first").as(Run.MILAN).cancel();

        assertThat(run.events(Event.RewardWithheld.class))
                .containsExactly(
                        new Event.RewardWithheld(2, "activity", "who started the instance did all its steps alone"));
    }

    @Test
    void anInstanceStartedByNobodyIsNotConcerned() {
        Run run = Run.of(steps()).under(SELF_START).startByProgram().complete("first");

        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
        assertThat(run.events(Event.PointsDeferred.class)).isEmpty();
    }

    @Test
    void whoDidNotStartItIsPaidAtOnce() {
        Run run = started(steps()).as(Run.MILAN).complete("first");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::person)
                .containsExactly(Run.MILAN);
    }

    @Test
    void theAnswerOfAServerIsNobodysWork() {
        Drawing drawing = Drawing.process()
                .start()
                .manual("first")
                .points("first", "Coins", "incrementBy", 3)
                .automatic("call")
                .manual("last")
                .end("end")
                .flow("start", "first", "call", "last", "end");
        Run run = started(drawing).complete("first").answer("call");

        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        run.as(Run.MILAN).complete("last");
        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void aPersonWhoAnswersForAServerHasDoneNoManualStep() {
        Drawing drawing = Drawing.process()
                .start()
                .manual("first")
                .points("first", "Coins", "incrementBy", 3)
                .automatic("call")
                .manual("last")
                .end("end")
                .flow("start", "first", "call", "last", "end");
        Run run = started(drawing).complete("first").as(Run.MILAN).complete("call");

        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
    }

    @Test
    void aBadgeWaitsAsPointsDo() {
        Run run = started(badge(steps(), "first")).complete("first");
        assertThat(run.events(Event.BadgeDeferred.class))
                .containsExactly(new Event.BadgeDeferred(2, "activity", Run.ANA, "Packer", SO_FAR));

        run.as(Run.MILAN).complete("second");

        assertThat(run.events(Event.BadgeGranted.class))
                .containsExactly(new Event.BadgeGranted(2, "activity", Run.ANA, "Packer"));
    }

    @Test
    void aBadgeThatWasEarnedMeanwhileIsWithheld() {
        Run run = started(badge(steps(), "first")).complete("first");
        run.standings.put(Run.ANA, new Standing(0, 0, Set.of("Packer")));

        run.as(Run.MILAN).complete("second");

        assertThat(run.events(Event.BadgeGranted.class)).isEmpty();
        assertThat(run.events(Event.RewardWithheld.class))
                .containsExactly(new Event.RewardWithheld(2, "activity", "has the badge already"));
        assertThat(run.complete("third").events(Event.RewardWithheld.class)).hasSize(1);
    }

    @Test
    void whatTakesPointsNeverWaits() {
        Run run = started(steps().points("first", "Coins", "decrementBy", 20)).complete("first");

        assertThat(run.events(Event.PointsDeferred.class)).isEmpty();
        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isEqualTo(-20);
    }

    @Test
    void settingABalanceWaitsWhenItWouldRiseAndIsAppliedToTheBalanceThen() {
        Run run = started(steps().points("first", "Coins", "setTo", 60)).complete("first");
        assertThat(run.events(Event.PointsDeferred.class).getFirst().due()).isEqualTo(60);
        run.standings.put(Run.ANA, new Standing(0, 80, Set.of()));

        run.as(Run.MILAN).complete("second");

        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isEqualTo(-20);
    }

    @Test
    void theRewardOfAnEventForTheStarterAloneWaits() {
        Drawing drawing = Drawing.process()
                .start()
                .event("gift")
                .points("gift", "Coins", "incrementBy", 5)
                .manual("work")
                .end("end")
                .flow("start", "gift", "work", "end");
        Run run = started(drawing);
        assertThat(run.events(Event.PointsDeferred.class).getFirst().rule()).isEqualTo("event");

        run.as(Run.MILAN).complete("work");

        assertThat(run.events(Event.PointsGranted.class))
                .containsExactly(
                        new Event.PointsGranted(2, "event", Run.ANA, PointKind.Coins, PointMethod.incrementBy, 5, 5));
    }

    @Test
    void theRewardOfAChallengeWaitsWhenTheStarterWorkedInsideAlone() {
        Run run = started(challenge()).complete("inside");
        assertThat(run.events(Event.PointsDeferred.class))
                .containsExactly(new Event.PointsDeferred(
                        2, "challenge", Run.ANA, PointKind.Coins, PointMethod.incrementBy, 9, 9, SO_FAR));

        run.as(Run.MILAN).complete("after");

        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void theRewardOfAChallengeIsGivenAtOnceWhenOthersWorkedToo() {
        Run run = started(challenge()).as(Run.MILAN).complete("inside");

        assertThat(run.events(Event.PointsDeferred.class)).isEmpty();
        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    private static Drawing challenge() {
        return Drawing.process()
                .start()
                .manual("inside")
                .manual("after")
                .challenge("sprint", 60)
                .points("sprint", "Coins", "incrementBy", 9)
                .end("end")
                .flow("start", "inside", "after", "end")
                .inside("sprint", "inside");
    }

    @Test
    void whenTheTeamSwitchesTheRuleOffWhatWaitsIsGiven() {
        Run run = started(steps()).complete("first").under(RewardPolicy.OFF).complete("second");

        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void withoutTheRuleTheStarterIsPaidAtOnce() {
        assertThat(Run.started(steps()).complete("first").events(Event.PointsGranted.class))
                .hasSize(1);
    }

    @Test
    void theLogIsNeededWhileRewardsWait() {
        Run run = started(steps());
        assertThat(run.state().needsLog()).isFalse();
        assertThat(run.complete("first").state().needsLog()).isTrue();
        assertThat(run.as(Run.MILAN).complete("second").state().needsLog()).isFalse();
    }

    @Test
    void theLogIsNeededWhenOthersHaveWorkedAndNoOpenRowTells() {
        Run run = started(steps()).as(Run.MILAN).complete("first");
        assertThat(run.state().needsLog()).isFalse();

        run.as(Run.ANA).complete("second");
        assertThat(run.state().needsLog()).isTrue();
        assertThat(run.complete("third").state().needsLog()).isFalse();
    }

    @Test
    void withTheRuleSwitchedOffWhatWaitsIsGivenAtTheEndToo() {
        Drawing drawing = Drawing.process()
                .start()
                .manual("first")
                .points("first", "Coins", "incrementBy", 3)
                .automatic("call")
                .end("end")
                .flow("start", "first", "call", "end");
        Run run = started(drawing).complete("first").under(RewardPolicy.OFF).answer("call");

        assertThat(run.events(Event.PointsGranted.class))
                .containsExactly(new Event.PointsGranted(
                        2, "activity", Run.ANA, PointKind.Coins, PointMethod.incrementBy, 3, 3));
        assertThat(run.events(Event.RewardWithheld.class)).isEmpty();
        assertThat(run.standings.get(Run.ANA).coins()).isEqualTo(53);
    }

    @Test
    void aRewardOfNothingDoesNotWait() {
        Run run = started(steps().points("first", "Coins", "incrementBy", 0)).complete("first");

        assertThat(run.events(Event.PointsDeferred.class)).isEmpty();
        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isZero();
    }
}
