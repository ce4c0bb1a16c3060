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

    private static Drawing twice() {
        return Drawing.process()
                .start()
                .gateway("enter", 1, "==", 1)
                .manual("pack", "again")
                .gateway("more", "{again}", "==", true)
                .info("pause")
                .end("end")
                .challenge("sprint", 60)
                .points("sprint", "Experience", "incrementBy", 10)
                .flow("start", "enter", "pack", "more", "pause", "enter")
                .flow("enter", "pack")
                .flow("more", "end")
                .inside("sprint", "pack");
    }

    @Test
    void tokensThatEnterWhileItIsOpenBelongToTheSameRun() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .manual("pack")
                .manual("find")
                .manual("label")
                .end("end")
                .end("end too")
                .challenge("sprint", 60)
                .flow("start", "split", "pack", "end")
                .flow("split", "find", "label", "end too")
                .inside("sprint", "pack", "label"));
        run.complete("find").complete("pack");
        assertThat(run.events(Event.ChallengeEnded.class)).isEmpty();

        run.complete("label");

        assertThat(run.events(Event.ChallengeBegun.class)).hasSize(1);
        assertThat(run.events(Event.ChallengeEnded.class)).hasSize(1);
    }

    @Test
    void eachRunIsARowOfItsOwnAndPaysOnItsOwn() {
        Run run = Run.started(twice())
                .complete("pack", "again", true)
                .complete("pause")
                .complete("pack", "again", false);

        assertThat(run.events(Event.ChallengeBegun.class)).hasSize(2);
        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::visit)
                .containsExactlyElementsOf(run.events(Event.ChallengeBegun.class).stream()
                        .map(Event.ChallengeBegun::visit)
                        .toList());
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void whoWorkedInsideTwiceIsRewardedOnce() {
        Run run = Run.started(sprint()).complete("before").complete("pack").complete("label");

        assertThat(run.events(Event.ChallengeJoined.class)).hasSize(1);
        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void whoWorkedOutsideAloneAndServersAreNotRewarded() {
        Run run = Run.started(Drawing.process()
                        .start()
                        .manual("before")
                        .automatic("call")
                        .end("end")
                        .challenge("sprint", 60)
                        .points("sprint", "Experience", "incrementBy", 10)
                        .flow("start", "before", "call", "end")
                        .inside("sprint", "call"))
                .complete("before")
                .answer("call");

        assertThat(run.events(Event.ChallengeEnded.class)).hasSize(1);
        assertThat(run.events(Event.PointsGranted.class)).isEmpty();
    }

    @Test
    void regionsWithinRegionsBeginFromTheOutsideInAndEndOnTheirOwn() {
        Run run = Run.started(Drawing.process()
                .start()
                .manual("inner work")
                .manual("outer work")
                .end("end")
                .challenge("outer", 60)
                .challenge("inner", 60)
                .flow("start", "inner work", "outer work", "end")
                .inside("outer", "outer work", "inner")
                .inside("inner", "inner work"));
        assertThat(run.events(Event.ChallengeBegun.class))
                .extracting(begun -> run.graph.name(begun.node()))
                .containsExactly("outer", "inner");

        run.complete("inner work");
        assertThat(run.state().challenges())
                .extracting(one -> run.graph.name(one.node()))
                .containsExactly("outer");
        run.as(Run.MILAN).complete("outer work");

        assertThat(run.events(Event.ChallengeJoined.class))
                .extracting(joined -> joined.visit() + " " + joined.person().getLeastSignificantBits())
                .containsExactly("2 1", "3 1", "2 2");
    }

    @Test
    void aFailedStepInsideKeepsItOpenAndSoDoesItsRetry() {
        Run run =
                Run.started(sprint()).complete("before").fail("pack", "no box").complete("label");
        assertThat(run.state().challenges()).hasSize(1);

        run.retry("pack");
        assertThat(run.events(Event.ChallengeBegun.class)).hasSize(1);
        run.complete("pack");

        assertThat(run.events(Event.ChallengeEnded.class)).hasSize(1);
    }

    @Test
    void aTokenHeldInsideKeepsItOpen() {
        Run run = Run.started(Drawing.process()
                        .start()
                        .automatic("call")
                        .end("end")
                        .challenge("sprint", 60)
                        .flow("start", "call", "end")
                        .inside("sprint", "call"))
                .hold()
                .answer("call");
        assertThat(run.state().challenges()).hasSize(1);

        run.resume();

        assertThat(run.events(Event.ChallengeEnded.class)).hasSize(1);
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void timeOnHoldDoesNotCountForARunThatARetryEndsMeanwhile() {
        Run run = Run.started(Drawing.process()
                        .start()
                        .manual("pack")
                        .gateway("check", "{weight}", ">", 1)
                        .end("end")
                        .end("other")
                        .challenge("sprint", 60)
                        .flow("start", "pack", "check", "end")
                        .flow("check", "other")
                        .inside("sprint", "pack", "check"))
                .complete("pack");
        assertThat(run.open()).containsExactly("check Error");

        run.later(50).hold().later(50).retry("check", "weight", 2);

        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isTrue();
    }

    @Test
    void itEndsOnlyWhenTheLastOfTwoTokensOnTheirWayHasLeft() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .end("end")
                .end("end too")
                .challenge("sprint", 60)
                .flow("start", "split", "a", "end")
                .flow("split", "b", "end too")
                .inside("sprint", "split"));

        assertThat(run.lastEvents())
                .extracting(event -> event.getClass().getSimpleName())
                .endsWith("VisitOpened", "VisitOpened", "ChallengeEnded");
    }

    @Test
    void aTokenHeldInsideKeepsItOpenWhileAnotherLeavesByARetry() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .automatic("call")
                .gateway("check", "{weight}", ">", 1)
                .end("end")
                .end("other")
                .end("light")
                .challenge("sprint", 60)
                .flow("start", "split", "call", "end")
                .flow("split", "check", "other")
                .flow("check", "light")
                .inside("sprint", "call", "check"));

        run.hold().answer("call").retry("check", "weight", 2);

        assertThat(run.events(Event.ChallengeEnded.class)).isEmpty();
        run.resume();
        assertThat(run.events(Event.ChallengeEnded.class)).hasSize(1);
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }
}
