package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
