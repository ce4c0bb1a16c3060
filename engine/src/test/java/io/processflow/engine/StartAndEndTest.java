package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import org.junit.jupiter.api.Test;

class StartAndEndTest {

    private final Drawing straight =
            Drawing.process().start("amount").end("end").flow("start", "end");

    @Test
    void runsThroughToTheEndInOneCommand() {
        Run run = Run.started(straight, "amount", 5);

        assertThat(run.done()).containsExactly("start", "end");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
        assertThat(run.variable("amount")).isEqualTo(Value.Number.of(5));
        assertThat(run.state().lastVisit()).isEqualTo(2);
    }

    @Test
    void asksForEveryDeclaredInput() {
        Run run = Run.of(straight);

        assertThat(run.refusal(new Command.Start(Actor.INSTALLATION, run.now(), Run.values())))
                .isEqualTo("missing-inputs");
    }

    @Test
    void refusesInputsTheStartDoesNotDeclare() {
        Run run = Run.of(straight);

        assertThat(run.refusal(new Command.Start(Actor.INSTALLATION, run.now(), Run.values("amount", 1, "other", 2))))
                .isEqualTo("unknown-inputs");
    }

    @Test
    void canNotBeStartedTwice() {
        Run run =
                Run.started(Drawing.process().start().manual("work").end("end").flow("start", "work", "end"));

        assertThat(run.refusal(new Command.Start(Actor.INSTALLATION, run.now(), Run.values())))
                .isEqualTo("already-started");
    }

    @Test
    void completesOnlyWhenTheLastTokenIsGone() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .end("end a")
                .end("end b")
                .flow("start", "split", "a", "end a")
                .flow("split", "b", "end b"));

        run.complete("a");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.RUNNING);
        run.complete("b");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
        assertThat(run.refusal(new Command.Cancel(Actor.INSTALLATION, run.now(), null)))
                .isEqualTo("instance-ended");
    }

    @Test
    void everyVisitKnowsTheOnesItFollows() {
        Run run = Run.started(Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .automatic("b")
                .join("join")
                .end("end")
                .flow("start", "split", "a", "join", "end")
                .flow("split", "b", "join"));
        run.complete("a").answer("b");

        assertThat(run.events(Event.VisitPassed.class))
                .extracting(passed -> passed.visit() + " after " + passed.previous())
                .containsExactly("1 after []", "2 after [1]", "6 after [5]");
        assertThat(run.events(Event.VisitOpened.class))
                .extracting(opened -> opened.visit() + " after " + opened.previous())
                .containsExactly("3 after [2]", "4 after [2]", "5 after [3]");
        assertThat(run.events(Event.JoinFired.class))
                .extracting(Event.JoinFired::from)
                .containsExactly(4);
    }

    @Test
    void aStartThatLeadsNowhereIsAnIncident() {
        Run run = Run.started(Drawing.process().start().end("end").noFlow("start"));

        assertThat(run.open()).containsExactly("start Error");
        assertThat(run.events(Event.VisitOpenedFailed.class).getFirst().message())
                .isEqualTo("nothing follows here");
    }

    @Test
    void refusalsSayWhatWasExpectedAndWhatIs() {
        Run run = Run.of(straight);

        assertThat(run.rejection(new Command.Cancel(Actor.INSTALLATION, run.now(), null))
                        .detail())
                .isEqualTo("Expected a running instance, but it is not started.");
        assertThat(run.rejection(new Command.Start(Actor.INSTALLATION, run.now(), Run.values("b", 1, "c", 2)))
                        .detail())
                .isEqualTo("These inputs must be given: amount.");
        run.start("amount", 1);
        assertThat(run.rejection(new Command.Cancel(Actor.INSTALLATION, run.now(), null))
                        .detail())
                .isEqualTo("Expected a running instance, but it is Completed.");
        assertThat(run.refusal(new Command.Start(Actor.INSTALLATION, run.now(), Run.values("amount", 1))))
                .isEqualTo("already-started");
    }
}
