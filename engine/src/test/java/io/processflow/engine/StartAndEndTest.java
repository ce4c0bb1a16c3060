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
}
