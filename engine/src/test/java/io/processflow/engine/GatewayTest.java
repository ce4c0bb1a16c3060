package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static Drawing decision(Object left, String comparison, Object right) {
        return Drawing.process()
                .start("amount")
                .gateway("decide", left, comparison, right)
                .end("yes")
                .end("no")
                .flow("start", "decide", "yes")
                .flow("decide", "no");
    }

    @Test
    void goesOneWayOnly() {
        assertThat(Run.started(decision("{amount}", ">", 100), "amount", 101).done())
                .containsExactly("start", "decide", "yes");
        assertThat(Run.started(decision("{amount}", ">", 100), "amount", 100).done())
                .containsExactly("start", "decide", "no");
    }

    @Test
    void comparesNumbersAsNumbersAlsoWhenTheyAreText() {
        assertThat(Run.started(decision("{amount}", ">", "9"), "amount", "10").done())
                .contains("yes");
    }

    @Test
    void whatCanNotBeComparedIsAnIncidentThatARetryMends() {
        Run run = Run.started(decision("{amount}", ">", 100), "amount", "many");
        assertThat(run.open()).containsExactly("decide Error");
        assertThat(run.events(Event.VisitOpenedFailed.class).getFirst().message())
                .contains("many");

        run.retry("decide", "amount", 200);

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
        assertThat(run.done()).endsWith("decide", "yes");
        assertThat(run.events(Event.VisitRetried.class)).hasSize(1);
    }

    @Test
    void orderingAnUnsetVariableIsAnIncident() {
        assertThat(Run.started(decision("{other}", ">", 1), "amount", 1).open()).containsExactly("decide Error");
    }

    @Test
    void anUnsetVariableEqualsNothing() {
        assertThat(Run.started(decision("{other}", "==", ""), "amount", 1).done())
                .contains("no");
        assertThat(Run.started(decision("{other}", "==", "{another}"), "amount", 1)
                        .done())
                .contains("yes");
    }

    @Test
    void aMissingBranchIsAnIncident() {
        Run run = Run.started(
                Drawing.process()
                        .start("amount")
                        .gateway("decide", "{amount}", "==", 1)
                        .end("yes")
                        .flow("start", "decide", "yes")
                        .noFlow("decide"),
                "amount",
                2);

        assertThat(run.open()).containsExactly("decide Error");
        assertThat(run.events(Event.VisitOpenedFailed.class).getFirst().message())
                .isEqualTo("no branch matched");
    }

    @Test
    void bothWaysTheSameComparesNothing() {
        Run run = Run.started(
                Drawing.process()
                        .start("amount")
                        .gateway("pass", "{amount}", ">", "no number")
                        .end("end")
                        .flow("start", "pass", "end")
                        .flow("pass", "end"),
                "amount",
                1);

        assertThat(run.done()).containsExactly("start", "pass", "end");
    }

    @Test
    void aLoopThatNeverWaitsIsStopped() {
        Run run = Run.started(
                Drawing.process()
                        .start("amount")
                        .event("tick")
                        .gateway("again", "{amount}", "==", 1)
                        .end("end")
                        .flow("start", "tick", "again", "tick")
                        .flow("again", "end"),
                "amount",
                1);

        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(run.state().open()).hasSize(1);
        assertThat(run.state().lastVisit()).isEqualTo(Engine.MOST_STEPS + 1);
        run.retry(run.open().getFirst().replace(" Error", ""), "amount", 2);
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void tokensOfSeveralFlowsPassEachOnItsOwn() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .info("a")
                .info("b")
                .gateway("meet", 1, "==", 1)
                .manual("after")
                .end("end")
                .flow("start", "split", "a", "meet", "after", "end")
                .flow("split", "b", "meet")
                .flow("meet", "after"));

        run.complete("a").complete("b");

        assertThat(run.open()).containsExactly("after Todo", "after Todo");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aLoopThatNeverWaitsIsNotStoppedAtAJoinWhichNobodyCouldTryAgain(int before) {
        // A round takes six steps: with each number of steps before it, another one of them is one too many.
        Drawing drawing = Drawing.process().start("go");
        String last = "start";
        for (int i = 0; i < before; i++) {
            drawing.event("before" + i).flow(last, "before" + i);
            last = "before" + i;
        }
        drawing.gateway("again", "{go}", "==", true)
                .split("split")
                .gateway("left", 1, "==", 1)
                .gateway("right", 1, "==", 1)
                .join("join")
                .end("end")
                .flow(last, "again", "split", "left", "join", "again")
                .flow("left", "join")
                .flow("split", "right", "join")
                .flow("right", "join")
                .flow("again", "end");

        Run run = Run.started(drawing, "go", true);

        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(run.open()).doesNotContain("join Error");
        for (String failed : run.open()) {
            if (failed.endsWith("Error")) {
                run.retry(failed.replace(" Error", ""), "go", false);
            }
        }
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }
}
