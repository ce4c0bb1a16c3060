package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static Drawing manual() {
        return Drawing.process().start().manual("work", "result").end("end").flow("start", "work", "end");
    }

    private static Drawing automatic() {
        return Drawing.process().start().automatic("call").end("end").flow("start", "call", "end");
    }

    @Test
    void manualWaitsAsTodoUntilAPersonCompletesIt() {
        Run run = Run.started(manual());
        assertThat(run.open()).containsExactly("work Todo");

        run.complete("work", "result", "done");

        assertThat(run.variable("result")).isEqualTo(Value.text("done"));
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void manualWritesOnlyWhatItDeclares() {
        Run run = Run.started(manual());

        assertThat(run.refusal(run.completion("work", "other", "x"))).isEqualTo("variable-not-allowed");
    }

    @Test
    void nobodyWritesReservedNames() {
        Run run = Run.started(automatic());

        assertThat(run.refusal(run.completion("call", "Experience", 1))).isEqualTo("variable-not-allowed");
        assertThat(run.refusal(run.completion("call", "secret.key", 1))).isEqualTo("variable-not-allowed");
        assertThat(run.refusal(run.completion("call", "1st", 1))).isEqualTo("variable-not-allowed");
    }

    @Test
    void automaticIsInProgressAndWritesAnyName() {
        Run run = Run.started(automatic());
        assertThat(run.open()).containsExactly("call In Progress");

        run.answer("call", "label", "L-1");

        assertThat(run.variable("label")).isEqualTo(Value.text("L-1"));
        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aStepIsCompletedOnce() {
        Run run = Run.started(Drawing.process()
                .start()
                .manual("work")
                .manual("next")
                .end("end")
                .flow("start", "work", "next", "end"));
        Command again = run.completion("work");
        run.complete("work");

        assertThat(run.refusal(again)).isEqualTo("not-open");
    }

    @Test
    void infoIsAcknowledged() {
        Run run = Run.started(Drawing.process().start().info("read").end("end").flow("start", "read", "end"));
        assertThat(run.open()).containsExactly("read Todo");

        run.complete("read");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void infoWritesNothing() {
        Run run = Run.started(Drawing.process().start().info("read").end("end").flow("start", "read", "end"));

        assertThat(run.refusal(run.completion("read", "x", 1))).isEqualTo("variable-not-allowed");
    }

    @Test
    void placeholdersAreReplacedOnArrivalInOnePass() {
        Run run = Run.started(
                Drawing.process()
                        .start("product")
                        .manual("work")
                        .with("work", "description", "Check {product} and {unknown}")
                        .with("work", "choices", "{product}")
                        .end("end")
                        .flow("start", "work", "end"),
                "product",
                "{other}");

        Event.VisitOpened opened = run.events(Event.VisitOpened.class).getFirst();
        assertThat(opened.options())
                .isEqualTo(Map.of(
                        "description", Value.text("Check {other} and {unknown}"), "choices", Value.text("{other}")));
    }

    @Test
    void pointsStayUntilSomebodyReadsThemButNotForServers() {
        Drawing both = Drawing.process()
                .start()
                .manual("work")
                .automatic("call")
                .with("work", "description", "{Experience}")
                .with("call", "text", "you have {Coins}")
                .end("end")
                .flow("start", "work", "call", "end");
        Run run = Run.of(both);
        run.standings.put(Run.ANA, new Standing(10, 7, java.util.Set.of()));
        run.start().complete("work");

        var opened = run.events(Event.VisitOpened.class);
        assertThat(opened.get(0).options()).containsEntry("description", Value.text("{Experience}"));
        assertThat(opened.get(1).options()).containsEntry("text", Value.text("you have 7"));
    }

    @Test
    void aFailedActivityIsAnErrorThatNamesTheReason() {
        Run run = Run.started(automatic()).fail("call", "no stock");

        assertThat(run.open()).containsExactly("call Error");
        assertThat(run.state().status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(run.refusal(new Command.Fail(Actor.ACTIVITY_SERVER, run.now(), run.visitOf("call"), "again")))
                .isEqualTo("not-open");
    }
}
