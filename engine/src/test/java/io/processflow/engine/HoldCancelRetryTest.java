package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import org.junit.jupiter.api.Test;

class HoldCancelRetryTest {

    private static Drawing mixed() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("work")
                .automatic("call")
                .manual("after")
                .end("end")
                .end("end after")
                .flow("start", "split", "work", "end")
                .flow("split", "call", "after", "end after");
    }

    @Test
    void onHoldPeoplesStepsAreRefused() {
        Run run = Run.started(mixed()).hold();

        assertThat(run.state().status()).isEqualTo(InstanceStatus.ON_HOLD);
        assertThat(run.refusal(run.completion("work"))).isEqualTo("on-hold");
        assertThat(run.refusal(new Command.Hold(Actor.INSTALLATION, run.now(), null)))
                .isEqualTo("on-hold");
    }

    @Test
    void onHoldAServersAnswerIsStoredAndItsTokenMovesOnAtTheResume() {
        Run run = Run.started(mixed()).hold().answer("call", "label", "L");
        assertThat(run.open()).containsExactly("work Todo");
        assertThat(run.variable("label")).isEqualTo(Value.text("L"));

        run.resume();

        assertThat(run.open()).containsExactly("work Todo", "after Todo");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.RUNNING);
    }

    @Test
    void anInstanceWithAHeldTokenAloneDoesNotComplete() {
        Run run = Run.started(
                Drawing.process().start().automatic("call").end("end").flow("start", "call", "end"));

        run.hold().answer("call");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.ON_HOLD);
        run.resume();

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void onlyWhatIsOnHoldCanBeResumed() {
        Run run = Run.started(mixed());

        assertThat(run.refusal(new Command.Resume(Actor.INSTALLATION, run.now())))
                .isEqualTo("not-on-hold");
    }

    @Test
    void cancelEndsEverythingThatIsOpen() {
        Run run = Run.started(mixed()).fail("call", "down").cancel();

        assertThat(run.open()).isEmpty();
        assertThat(run.events(Event.VisitCancelled.class)).hasSize(2);
        assertThat(run.state().status()).isEqualTo(InstanceStatus.CANCELLED);
    }

    @Test
    void anErrorIsOfOneBranchAndTheOthersGoOn() {
        Run run = Run.started(mixed()).fail("call", "down");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);

        run.complete("work");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);
        run.retry("call").answer("call").complete("after");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aRetryIsANewVisitThatFollowsTheFailedOne() {
        Run run = Run.started(mixed());
        int failed = run.visitOf("call");
        run.fail("call", "down").retry("call", "address", "elsewhere");

        Visit again = run.state().open(run.visitOf("call"));
        assertThat(again.previous()).containsExactly(failed);
        assertThat(again.number()).isGreaterThan(failed);
        assertThat(again.status()).isEqualTo(VisitStatus.IN_PROGRESS);
        assertThat(run.variable("address")).isEqualTo(Value.text("elsewhere"));
        assertThat(run.state().status()).isEqualTo(InstanceStatus.RUNNING);
    }

    @Test
    void onlyWhatFailedCanBeRetried() {
        Run run = Run.started(mixed());

        assertThat(run.refusal(new Command.Retry(Actor.INSTALLATION, run.now(), run.visitOf("call"), Run.values())))
                .isEqualTo("not-failed");
    }

    @Test
    void variablesCanBeSetWhileItRuns() {
        Run run = Run.started(mixed()).setVariables("note", "urgent");

        assertThat(run.variable("note")).isEqualTo(Value.text("urgent"));
        assertThat(run.refusal(new Command.SetVariables(Actor.INSTALLATION, run.now(), Run.values("Coins", 1), null)))
                .isEqualTo("variable-not-allowed");
    }

    @Test
    void beforeTheStartThereIsNothingToCommand() {
        Run run = Run.of(mixed());

        assertThat(run.refusal(new Command.Cancel(Actor.INSTALLATION, run.now(), null)))
                .isEqualTo("instance-ended");
        assertThat(run.refusal(new Command.Hold(Actor.INSTALLATION, run.now(), null)))
                .isEqualTo("instance-ended");
    }

    @Test
    void whileOnHoldVariablesCanBeSetAndTheInstanceCancelled() {
        Run run = Run.started(mixed())
                .hold()
                .setVariables("note", "x")
                .answer("call")
                .cancel();

        assertThat(run.state().held()).isEmpty();
        assertThat(run.state().status()).isEqualTo(InstanceStatus.CANCELLED);
        assertThat(run.events(Event.VisitCancelled.class)).hasSize(1);
    }

    @Test
    void aRetryRefusesWhatIsNoNameAndChangesNothing() {
        Run run = Run.started(mixed()).fail("call", "down");

        assertThat(run.refusal(
                        new Command.Retry(Actor.INSTALLATION, run.now(), run.visitOf("call"), Run.values("1st", 1))))
                .isEqualTo("variable-not-allowed");
        assertThat(run.open()).contains("call Error");
    }

    @Test
    void aRetryKeepsTheActingPerson() {
        Run run = Run.started(mixed()).as(Run.MILAN).fail("call", "down").retry("call");

        assertThat(run.state().open(run.visitOf("call")).acting().person()).isEqualTo(Run.ANA);
    }

    @Test
    void settingNoVariablesIsTakenAndWritesNothing() {
        Run run = Run.started(mixed()).setVariables();

        assertThat(run.lastEvents()).isEmpty();
    }

    @Test
    void theSameStateAndCommandAlwaysGiveTheSameEvents() {
        Run run = Run.started(mixed());
        Command command = run.completion("work");

        assertThat(Engine.step(run.graph, run.state(), command))
                .isEqualTo(Engine.step(run.graph, run.state(), command));
    }

    @Test
    void aStepNeverChangesTheStateItWasGiven() {
        Run run = Run.started(mixed());
        InstanceState before = run.state();
        String was = before.toString();

        run.complete("work").answer("call").complete("after");

        assertThat(before.toString()).isEqualTo(was);
    }
}
