package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelJoinTest {

    private static Drawing twoBranches() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .join("join")
                .manual("after")
                .end("end")
                .flow("start", "split", "a", "join", "after", "end")
                .flow("split", "b", "join");
    }

    @Test
    void splitsIntoBothBranches() {
        assertThat(Run.started(twoBranches()).open()).containsExactly("a Todo", "b Todo");
    }

    @Test
    void joinsOnlyAfterEveryBranchArrived() {
        Run run = Run.started(twoBranches()).complete("b");
        assertThat(run.open()).containsExactly("a Todo", "join Created");

        run.complete("a");

        assertThat(run.open()).containsExactly("after Todo");
        assertThat(run.events(Event.JoinFired.class)).hasSize(1);
    }

    @Test
    void theTokenBehindAJoinActsForWhoFinishedLater() {
        Run run = Run.started(twoBranches())
                .as(Run.MILAN)
                .complete("b")
                .as(Run.ANA)
                .complete("a");

        Visit after = run.state().open().iterator().next();
        assertThat(after.acting().person()).isEqualTo(Run.ANA);
        assertThat(after.previous())
                .isEqualTo(List.of(run.events(Event.JoinFired.class).getFirst().visit()));
    }

    @Test
    void aSecondTokenOnTheSameInputWaitsForItsOwnPartner() {
        // Both tokens of the first split reach input one of the join by way of "left"; the partners come later.
        Drawing doubled = Drawing.process()
                .start()
                .split("twice")
                .gateway("left", 1, "==", 1)
                .gateway("same", 1, "==", 1)
                .split("each")
                .manual("slow")
                .join("join")
                .end("end")
                .flow("start", "twice", "left", "each")
                .flow("left", "each")
                .flow("twice", "same", "left")
                .flow("same", "left")
                .flow("each", "join", "end")
                .flow("each", "slow", "join");
        Run run = Run.started(doubled);
        assertThat(run.open()).containsExactly("join Created", "slow Todo", "join Created", "slow Todo");

        run.complete("slow");
        assertThat(run.events(Event.JoinFired.class)).hasSize(1);
        run.complete("slow");
        assertThat(run.events(Event.JoinFired.class)).hasSize(2);
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aJoinThatNothingCanReachIsAnIncidentNotAnEndlessWait() {
        Run run = Run.started(
                Drawing.process()
                        .start("x")
                        .split("split")
                        .manual("a")
                        .gateway("away", "{x}", "==", 1)
                        .join("join")
                        .end("end")
                        .end("other")
                        .flow("start", "split", "a", "join", "end")
                        .flow("split", "away", "other")
                        .flow("away", "join"),
                "x",
                1);
        assertThat(run.open()).containsExactly("a Todo");

        run.complete("a");

        assertThat(run.open()).containsExactly("join Error");
        assertThat(run.events(Event.VisitFailed.class).getFirst().message())
                .isEqualTo("waits for \"away\", which can no longer arrive");
        assertThat(run.refusal(new Command.Retry(Actor.INSTALLATION, run.now(), run.visitOf("join"), Run.values())))
                .isEqualTo("can-not-retry");
    }

    @Test
    void joinsPairCorrectlyInsideALoop() {
        Run run = Run.started(Drawing.process()
                .start()
                .gateway("enter", 1, "==", 1)
                .split("split")
                .manual("a", "again")
                .manual("b")
                .join("join")
                .gateway("more", "{again}", "==", true)
                .end("end")
                .flow("start", "enter", "split", "a", "join", "more", "enter")
                .flow("enter", "split")
                .flow("split", "b", "join")
                .flow("more", "end"));

        run.complete("b").complete("a", "again", true);
        assertThat(run.open()).containsExactly("a Todo", "b Todo");
        run.complete("a", "again", false).complete("b");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
        assertThat(run.events(Event.JoinFired.class)).hasSize(2);
    }

    @Test
    void aSplitWithoutItsSecondWayIsAnIncident() {
        for (boolean first : new boolean[] {true, false}) {
            Drawing drawing =
                    Drawing.process().start().split("split").end("end").flow("start", "split");
            Run run = Run.started(
                    first
                            ? drawing.flow("split", "end").noFlow("split")
                            : drawing.noFlow("split").flow("split", "end"));

            assertThat(run.open()).containsExactly("split Error");
            assertThat(run.events(Event.VisitOpenedFailed.class).getFirst().message())
                    .isEqualTo("one of its two ways is missing");
        }
    }

    @Test
    void whereOnlyOneBranchHasAnActingPersonThatOneActsBehindTheJoin() {
        Run run = Run.of(twoBranches()).startByProgram();
        run.as(Run.MILAN).complete("a");
        run.accepted(new Command.Complete(Actor.ACTIVITY_SERVER, run.now(), run.visitOf("b"), java.util.Map.of()));

        assertThat(run.state().open().iterator().next().acting().person()).isEqualTo(Run.MILAN);
    }
}
