package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewardTest {

    private static Drawing paid(String kind, String method, Object amount) {
        return Drawing.process()
                .start()
                .manual("work")
                .points("work", kind, method, amount)
                .end("end")
                .flow("start", "work", "end");
    }

    private static Run with(Drawing drawing, Standing standing) {
        Run run = Run.of(drawing);
        run.standings.put(Run.ANA, standing);
        return run.start();
    }

    @Test
    void whoCompletesAStepEarnsItsPoints() {
        Run run = with(paid("Experience", "incrementBy", 20), Standing.NOTHING_YET)
                .complete("work");

        Event.PointsGranted granted = run.events(Event.PointsGranted.class).getFirst();
        assertThat(granted.person()).isEqualTo(Run.ANA);
        assertThat(granted.asked()).isEqualTo(20);
        assertThat(granted.applied()).isEqualTo(20);
        assertThat(granted.rule()).isEqualTo("activity");
    }

    @Test
    void aBalanceNeverGoesBelowZero() {
        Run run = with(paid("Coins", "decrementBy", "50"), new Standing(0, 30, Set.of()))
                .complete("work");

        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isEqualTo(-30);
    }

    @Test
    void settingABalanceAppliesTheDifference() {
        Run run = with(paid("Experience", "setTo", 100), new Standing(130, 0, Set.of()))
                .complete("work");

        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isEqualTo(-30);
    }

    @Test
    void laterRewardsOfACommandSeeEarlierOnes() {
        Drawing both = paid("Experience", "incrementBy", 20).event("bonus").points("bonus", "Experience", "setTo", 50);
        Run run = with(
                Drawing.process()
                        .start()
                        .manual("work")
                        .points("work", "Experience", "incrementBy", 20)
                        .event("bonus")
                        .points("bonus", "Experience", "setTo", 50)
                        .end("end")
                        .flow("start", "work", "bonus", "end"),
                new Standing(10, 0, Set.of()));
        assertThat(both.graph().needsPoints()).isTrue();

        run.complete("work");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 20L);
    }

    @Test
    void whatIsNoNumberOfPointsIsWithheldWithTheReason() {
        Run run = with(paid("Experience", "incrementBy", "a lot"), Standing.NOTHING_YET)
                .complete("work");

        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        assertThat(run.events(Event.RewardWithheld.class).getFirst().reason()).contains("a lot");
    }

    @Test
    void withNobodyActingNobodyIsRewarded() {
        Run run = Run.of(Drawing.process()
                        .start()
                        .event("gift")
                        .points("gift", "Coins", "incrementBy", 5)
                        .end("end")
                        .flow("start", "gift", "end"))
                .startByProgram();

        assertThat(run.events(Event.RewardWithheld.class).getFirst().reason()).isEqualTo("nobody to reward");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void anEventNodeRewardsWhoCompletedTheLastManualStep() {
        Run run = Run.started(Drawing.process()
                .start()
                .manual("work")
                .event("gift")
                .points("gift", "Coins", "incrementBy", 5)
                .end("end")
                .flow("start", "work", "gift", "end"));

        run.as(Run.MILAN).complete("work");

        assertThat(run.events(Event.PointsGranted.class).getFirst().person()).isEqualTo(Run.MILAN);
    }

    @Test
    void aConditionDecidesWithTheAnswerJustGiven() {
        Drawing conditional = Drawing.process()
                .start()
                .manual("work", "quality")
                .with("work", NodeData.GAMIFICATION_TYPE, "Points")
                .with(
                        "work",
                        NodeData.GAMIFICATION_OPTIONS,
                        new Value.Fields(Map.of(
                                "pointsForSuccess", Value.Number.of(3),
                                "hasCondition", Value.text("true"),
                                "value1", Value.text("{quality}"),
                                "comparison", Value.text("=="),
                                "value2", Value.text("good"))))
                .end("end")
                .flow("start", "work", "end");

        assertThat(Run.started(conditional).complete("work", "quality", "good").events(Event.PointsGranted.class))
                .hasSize(1);
        assertThat(Run.started(conditional).complete("work", "quality", "bad").events(Event.PointsGranted.class))
                .isEmpty();
    }

    @Test
    void aBadgeIsEarnedOnce() {
        Drawing badge = Drawing.process()
                .start()
                .manual("work")
                .with("work", NodeData.GAMIFICATION_TYPE, "Badges")
                .with(
                        "work",
                        NodeData.GAMIFICATION_OPTIONS,
                        new Value.Fields(Map.of("badgeType", Value.text("Packer"))))
                .end("end")
                .flow("start", "work", "end");

        assertThat(with(badge, Standing.NOTHING_YET).complete("work").events(Event.BadgeGranted.class))
                .extracting(Event.BadgeGranted::badge)
                .containsExactly("Packer");
        assertThat(with(badge, new Standing(0, 0, Set.of("Packer")))
                        .complete("work")
                        .events(Event.BadgeGranted.class))
                .isEmpty();
    }

    @Test
    void aConditionThatCanNotBeDecidedWithholdsTheRewardWithTheReason() {
        Drawing conditional = Drawing.process()
                .start()
                .manual("work")
                .with("work", NodeData.GAMIFICATION_TYPE, "Points")
                .with(
                        "work",
                        NodeData.GAMIFICATION_OPTIONS,
                        new Value.Fields(Map.of(
                                "pointsForSuccess", Value.Number.of(3),
                                "hasCondition", Value.text("true"),
                                "value1", Value.text("{quality}"),
                                "comparison", Value.text(">"),
                                "value2", Value.Number.of(1))))
                .end("end")
                .flow("start", "work", "end");

        Run run = Run.started(conditional).complete("work");

        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
        assertThat(run.events(Event.RewardWithheld.class).getFirst().reason())
                .isEqualTo("\"quality\" is not set and can not be ordered with >");
    }

    @Test
    void anEventThatCanNotGoOnPaysNothing() {
        Drawing drawing = Drawing.process()
                .start()
                .event("gift")
                .points("gift", "Coins", "incrementBy", 5)
                .end("end")
                .flow("start", "gift");

        Run run = Run.started(drawing);

        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
    }

    @Test
    void amountsGoFromNothingToAMillionMillions() {
        assertThat(applied("1000000000000")).containsExactly(1_000_000_000_000L);
        assertThat(applied("1000000000001")).isEmpty();
        assertThat(applied("0")).containsExactly(0L);
        assertThat(applied("-1")).isEmpty();
    }

    private static List<Long> applied(String amount) {
        return Run.started(paid("Coins", "incrementBy", amount))
                .complete("work")
                .events(Event.PointsGranted.class)
                .stream()
                .map(Event.PointsGranted::applied)
                .toList();
    }

    @Test
    void beforeAnyManualStepWhoStartedTheInstanceIsRewarded() {
        Run run = Run.started(Drawing.process()
                .start()
                .event("gift")
                .points("gift", "Coins", "incrementBy", 5)
                .end("end")
                .flow("start", "gift", "end"));

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::person)
                .containsExactly(Run.ANA);
    }

    @Test
    void theAnswerOfAServerDoesNotChangeWhoActs() {
        Run run = Run.started(Drawing.process()
                        .start()
                        .automatic("call")
                        .points("call", "Coins", "incrementBy", 5)
                        .end("end")
                        .flow("start", "call", "end"))
                .as(Run.MILAN);
        run.accepted(new Command.Complete(new Actor.Person(Run.MILAN), run.now(), run.visitOf("call"), Map.of()));

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::person)
                .containsExactly(Run.ANA);
    }

    @Test
    void anAcknowledgedInfoPays() {
        Run run = Run.started(Drawing.process()
                        .start()
                        .info("read")
                        .points("read", "Coins", "incrementBy", 5)
                        .end("end")
                        .flow("start", "read", "end"))
                .complete("read");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::rule)
                .containsExactly("activity");
    }

    @Test
    void anAmountWithAVanishingFractionIsNothingAndIsReckonedAtOnce() {
        Run run = with(paid("Coins", "incrementBy", "1e-999999999"), Standing.NOTHING_YET)
                .complete("work");

        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isZero();
    }

    @Test
    void amountsAndNamesOfBadgesMayBePlaceholders() {
        Run run = Run.started(
                Drawing.process()
                        .start("amount", "product")
                        .manual("work")
                        .points("work", "Coins", "incrementBy", "{amount}")
                        .event("honour")
                        .with("honour", NodeData.GAMIFICATION_TYPE, "Badges")
                        .with(
                                "honour",
                                NodeData.GAMIFICATION_OPTIONS,
                                new Value.Fields(Map.of("badgeType", Value.text("Packer of {product}"))))
                        .end("end")
                        .flow("start", "work", "honour", "end"),
                "amount",
                1,
                "product",
                "tea");
        run.complete("work");

        assertThat(run.events(Event.PointsGranted.class).getFirst().asked()).isEqualTo(1);
        assertThat(run.events(Event.BadgeGranted.class).getFirst().badge()).isEqualTo("Packer of tea");
    }

    @Test
    void aBadgeOneHasIsWithheldWithTheReason() {
        Drawing badge = Drawing.process()
                .start()
                .manual("work")
                .with("work", NodeData.GAMIFICATION_TYPE, "Badges")
                .with(
                        "work",
                        NodeData.GAMIFICATION_OPTIONS,
                        new Value.Fields(Map.of("badgeType", Value.text("Packer"))))
                .end("end")
                .flow("start", "work", "end");

        Run run = with(badge, new Standing(0, 0, Set.of("Packer"))).complete("work");

        assertThat(run.events(Event.RewardWithheld.class))
                .extracting(Event.RewardWithheld::reason)
                .containsExactly("has the badge already");
    }
}
