package io.processflow.engine.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.DrawnProcess;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Verdict.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What verification tells besides flaws: shared ends, two writers at once, variables that may be unset. */
class NoticesTest {

    private static List<String> notices(ProcessGraph graph) {
        return Soundness.check(graph, () -> false).notices().stream()
                .map(notice -> told(graph, notice))
                .toList();
    }

    private static String told(ProcessGraph graph, Notice notice) {
        String other = notice.other() == Node.NONE ? "" : " " + graph.name(notice.other());
        List<String> run = notice.run().stream().map(graph::name).toList();
        return notice.kind() + " " + graph.name(notice.node()) + other + " " + notice.variables() + " "
                + String.join(",", run);
    }

    @Test
    void branchesThatRunAtOnceAndLeadIntoOneEndAreTold() {
        assertThat(notices(DrawnProcess.splitToOneEnd())).containsExactly("SHARED_END end [] start,split,a,end");
    }

    @Test
    void aSplitStraightIntoOneEndIsTold() {
        assertThat(notices(DrawnProcess.emptySplit())).containsExactly("SHARED_END end [] start,split,end");
    }

    @Test
    void aBranchThatEndsAtOnceAndAnotherThatComesLaterAreTold() {
        assertThat(notices(DrawnProcess.splitWithAShortBranch(false)))
                .containsExactly("SHARED_END end [] start,split,end");
        assertThat(notices(DrawnProcess.splitWithAShortBranch(true)))
                .containsExactly("SHARED_END end [] start,split,end");
    }

    @Test
    void branchesThatAreJoinedDoNotShareTheEnd() {
        assertThat(notices(DrawnProcess.splitAndJoin())).isEmpty();
    }

    @Test
    void branchesWithEndsOfTheirOwnDoNotShareOne() {
        assertThat(notices(DrawnProcess.splitToTwoEnds())).isEmpty();
    }

    @Test
    void theWaysOfAChoiceMayLeadIntoOneEnd() {
        assertThat(notices(DrawnProcess.choiceWithInput("x"))).isEmpty();
    }

    @Test
    void twoStepsThatCanBeOpenAtOnceAndWriteOneNameAreTold() {
        assertThat(notices(DrawnProcess.writers("x", "y", "x")))
                .containsExactly("WRITE_CONFLICT a c [x] start,split,b,a,c");
        assertThat(notices(DrawnProcess.writers("y", "x", "x")))
                .containsExactly("WRITE_CONFLICT b c [x] start,split,b,c");
    }

    @Test
    void eachPairOfWritersIsToldOnce() {
        assertThat(notices(DrawnProcess.writers("x", "x", "x")))
                .containsExactly("WRITE_CONFLICT b c [x] start,split,b,c", "WRITE_CONFLICT a c [x] start,split,b,a,c");
    }

    @Test
    void stepsThatFollowEachOtherMayWriteOneName() {
        assertThat(notices(DrawnProcess.writers("x", "x", "z"))).isEmpty();
    }

    @Test
    void aChoiceThatNobodyHasWrittenForIsToldWithTheWayToIt() {
        assertThat(notices(DrawnProcess.choiceWithInput())).containsExactly("UNSET_VARIABLE decide [x] start,decide");
    }

    @Test
    void anInputOfTheStartIsSet() {
        assertThat(notices(DrawnProcess.choiceWithInput("x"))).isEmpty();
        assertThat(notices(DrawnProcess.choiceWithInput("y"))).hasSize(1);
    }

    @Test
    void aVariableWrittenOnOneWayOnlyMayBeUnset() {
        assertThat(notices(DrawnProcess.writtenOnOneWay()))
                .containsExactly("UNSET_VARIABLE ask [x] start,first,skip,ask");
    }

    @Test
    void aVariableWrittenOnEveryWayIsSet() {
        assertThat(notices(DrawnProcess.writtenInALoop())).isEmpty();
    }

    @Test
    void behindAJoinWhatEitherBranchWroteIsSet() {
        assertThat(notices(DrawnProcess.writtenInABranch(true, false))).isEmpty();
        assertThat(notices(DrawnProcess.writtenInABranch(false, true))).isEmpty();
    }

    @Test
    void behindAJoinWhatNeitherBranchWroteMayBeUnset() {
        assertThat(notices(DrawnProcess.writtenInABranch(false, false)))
                .containsExactly("UNSET_VARIABLE ask [x] start,split,a,b,join,ask");
    }

    @Test
    void whatAnotherBranchWritesMayComeTooLate() {
        assertThat(notices(DrawnProcess.writtenBesideTheChoice()))
                .containsExactly("UNSET_VARIABLE ask [x] start,split,ask");
    }

    @Test
    void pointsAndSecretsAreAlwaysSet() {
        assertThat(notices(DrawnProcess.choiceOfReservedNames())).isEmpty();
    }

    @Test
    void aChoiceThatNoRunReachesIsNotToldAbout() {
        assertThat(notices(DrawnProcess.withLooseChoice())).isEmpty();
    }

    @Test
    void whenNotEverythingWasExploredNothingIsSaidAboutBranches() {
        ProcessGraph graph = DrawnProcess.splitToOneEnd();
        assertThat(Soundness.check(graph, () -> true).notices()).isEmpty();

        ProcessGraph choice = DrawnProcess.choiceWithInput();
        assertThat(Soundness.check(choice, () -> true).notices()).hasSize(1);
    }
}
