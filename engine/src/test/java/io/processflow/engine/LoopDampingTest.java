package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Visit n of one node in one instance pays amount / n, rounded down. */
class LoopDampingTest {

    private static final RewardPolicy DAMPED = new RewardPolicy(true, false, 0, 0, false, 1);

    /** Work that is done again until it is good. */
    private static Drawing rework(String method) {
        return Drawing.process()
                .start()
                .manual("work", "good")
                .points("work", "Experience", method, 20)
                .gateway("good?", "{good}", "==", "yes")
                .end("end")
                .flow("start", "work", "good?", "end")
                .flow("good?", "work");
    }

    private static Run started(Drawing drawing) {
        Run run = Run.of(drawing).under(DAMPED);
        run.standings.put(Run.ANA, Standing.NOTHING_YET);
        return run.start();
    }

    @Test
    void eachFurtherVisitPaysLess() {
        Run run = started(rework("incrementBy"))
                .complete("work", "good", "no")
                .complete("work", "good", "no")
                .complete("work", "good", "no");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 10L, 6L);
        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::asked)
                .containsOnly(20L);
        assertThat(run.standings.get(Run.ANA).experience()).isEqualTo(36);
    }

    @Test
    void withoutTheSettingEveryVisitPaysInFull() {
        Run run = Run.started(rework("incrementBy"))
                .complete("work", "good", "no")
                .complete("work", "good", "no");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 20L);
        assertThat(run.events(Event.VisitCounted.class)).isEmpty();
        assertThat(run.state().needsLog()).isFalse();
    }

    @Test
    void onlyWhatAddsPointsIsDamped() {
        Run taking = started(rework("decrementBy"));
        taking.standings.put(Run.ANA, new Standing(100, 0, Set.of()));
        taking.complete("work", "good", "no").complete("work", "good", "no");
        Run setting = started(rework("setTo")).complete("work", "good", "no").complete("work", "good", "no");

        assertThat(taking.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(-20L, -20L);
        assertThat(setting.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 0L);
    }

    @Test
    void aVisitThatFailedAndWasTriedAgainDoesNotCount() {
        Run run = started(rework("incrementBy"))
                .fail("work", "down")
                .retry("work")
                .complete("work", "good", "no");

        assertThat(run.events(Event.PointsGranted.class).getFirst().applied()).isEqualTo(20);
    }

    @Test
    void visitsAreCountedWhilePayingNodesLieInALoop() {
        Run run = started(rework("incrementBy"));
        assertThat(run.state().needsLog()).isFalse();

        run.complete("work", "good", "no");

        assertThat(run.events(Event.VisitCounted.class)).containsExactly(new Event.VisitCounted(1, 1));
        assertThat(run.state().needsLog()).isTrue();
    }

    @Test
    void nothingIsCountedWhereNothingCanBeVisitedAgain() {
        Run run = started(Drawing.process()
                .start()
                .manual("work")
                .points("work", "Experience", "incrementBy", 20)
                .manual("more")
                .end("end")
                .flow("start", "work", "more", "end"));

        assertThat(run.graph.paysInLoops()).isFalse();
        assertThat(run.complete("work").events(Event.VisitCounted.class)).isEmpty();
        assertThat(run.state().needsLog()).isFalse();
    }

    @Test
    void onlyTheNodesOfALoopThatAddPointsPayInIt() {
        Drawing drawing = rework("incrementBy").event("gift").points("gift", "Coins", "incrementBy", 5);
        assertThat(drawing.graph().paysInLoops()).isTrue();
        assertThat(drawing.graph().paysInLoop(1)).isTrue();
        assertThat(drawing.graph().paysInLoop(2)).isFalse();
        assertThat(drawing.graph().paysInLoop(4)).isFalse();
        assertThat(rework("setTo").graph().paysInLoops()).isFalse();
    }

    @Test
    void anEventInALoopIsDamped() {
        Run run = started(Drawing.process()
                .start()
                .manual("work", "good")
                .event("gift")
                .points("gift", "Coins", "incrementBy", 5)
                .gateway("good?", "{good}", "==", "yes")
                .end("end")
                .flow("start", "work", "gift", "good?", "end")
                .flow("good?", "work"));
        run.complete("work", "good", "no").complete("work", "good", "no");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(5L, 2L);
    }

    @Test
    void aChallengeThatBeginsAgainIsDampedAndPaysAllItsPeopleTheSame() {
        Drawing drawing = Drawing.process()
                .start()
                .manual("one")
                .manual("two")
                .manual("between", "good")
                .gateway("good?", "{good}", "==", "yes")
                .challenge("sprint", 60)
                .points("sprint", "Coins", "incrementBy", 9)
                .end("end")
                .flow("start", "one", "two", "between", "good?", "end")
                .flow("good?", "one")
                .inside("sprint", "one", "two");
        Run run = started(drawing)
                .complete("one")
                .complete("two")
                .complete("between", "good", "no")
                .complete("one")
                .as(Run.MILAN)
                .complete("two");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(9L, 4L, 4L);
    }

    @Test
    void anAmountThatWaitsIsTheDampedOne() {
        Run run = started(rework("incrementBy")).under(new RewardPolicy(true, true, 0, 0, false, 1));
        run.complete("work", "good", "no").complete("work", "good", "no");
        assertThat(run.events(Event.PointsDeferred.class))
                .extracting(Event.PointsDeferred::due)
                .containsExactly(20L, 10L);

        run.as(Run.MILAN).complete("work", "good", "no");

        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 10L, 6L);
    }
}
