package io.processflow.engine.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.DrawnProcess;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Verdict.Flaw;
import io.processflow.engine.soundness.Verdict.FlawKind;
import io.processflow.engine.soundness.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundnessTest {

    private static Verdict check(ProcessGraph graph) {
        return Soundness.check(graph, () -> false);
    }

    private static List<String> run(ProcessGraph graph, Flaw flaw) {
        return flaw.run().stream().map(graph::name).toList();
    }

    @Test
    void aSplitThatIsJoinedIsSound() {
        Verdict verdict = check(DrawnProcess.splitAndJoin());

        assertThat(verdict.kind()).isEqualTo(Kind.SOUND);
        assertThat(verdict.flaws()).isEmpty();
    }

    @Test
    void branchesOfASplitThatMeetWithoutAJoinRunTwice() {
        ProcessGraph graph = DrawnProcess.splitAndMerge();

        Verdict verdict = check(graph);

        assertThat(verdict.kind()).isEqualTo(Kind.UNSOUND);
        Flaw flaw = verdict.flaws().getFirst();
        assertThat(flaw.kind()).isEqualTo(FlawKind.LACK_OF_SYNCHRONISATION);
        assertThat(graph.name(flaw.node())).isEqualTo("prepare");
        assertThat(run(graph, flaw)).containsExactly("start", "split", "a", "b", "prepare");
    }

    @Test
    void aChoiceThatIsJoinedGetsStuck() {
        ProcessGraph graph = DrawnProcess.choiceAndJoin();

        Verdict verdict = check(graph);

        Flaw flaw = verdict.flaws().getFirst();
        assertThat(flaw.kind()).isEqualTo(FlawKind.DEADLOCK);
        assertThat(graph.name(flaw.node())).isEqualTo("join");
        assertThat(run(graph, flaw)).containsExactly("start", "decide", "a", "join");
        assertThat(verdict.flaws())
                .filteredOn(one -> one.kind() == FlawKind.DEAD_NODE)
                .extracting(one -> graph.name(one.node()))
                .containsExactly("join", "end");
    }

    @Test
    void aLoopWithoutAWayOutIsALivelock() {
        Verdict verdict = check(DrawnProcess.endlessLoop());

        assertThat(verdict.flaws()).extracting(Flaw::kind).contains(FlawKind.LIVELOCK);
    }

    @Test
    void anUnreachedNodeIsDead() {
        ProcessGraph graph = DrawnProcess.withLooseNode();

        assertThat(check(graph).flaws())
                .extracting(flaw -> flaw.kind() + " " + graph.name(flaw.node()))
                .containsExactly("DEAD_NODE loose");
    }

    @Test
    void beyondTheBoundItIsUndecidedNeverSound() {
        assertThat(check(DrawnProcess.manyBranches(12, 4)).kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(Soundness.check(DrawnProcess.splitAndJoin(), () -> true).kind())
                .isEqualTo(Kind.UNDECIDED);
    }

    @Test
    void behindWhatRunsTwiceOnlyWhatNoWayLeadsToIsDead() {
        ProcessGraph graph = DrawnProcess.splitAndMergeWithLooseNode();

        assertThat(check(graph).flaws())
                .extracting(flaw -> flaw.kind() + " " + graph.name(flaw.node()))
                .containsExactly("LACK_OF_SYNCHRONISATION prepare", "DEAD_NODE loose");
    }

    @Test
    void everyKindOfNodePassesItsTokenOn() {
        Verdict verdict = check(DrawnProcess.everyKind());

        assertThat(verdict.kind()).isEqualTo(Kind.SOUND);
        // One place after the other, and none at the end.
        assertThat(verdict.states()).isEqualTo(7);
    }
}
