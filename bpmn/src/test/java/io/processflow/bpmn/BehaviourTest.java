package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules keep the drawing's meaning: what is drawn soundly is sound when it is compiled. */
class BehaviourTest {

    private static final CompileContext TEAM =
            Team.withRoles("Clerk", "Boss").offering(7, true).offering(8, false, "endpoint.url");

    /** Drawn so that they are not: without an end, with a circle, or with a condition for which no way is drawn. */
    private static final Set<String> UNSOUND = Set.of("n-no-default");

    private static Verdict verdict(Compilation compiled) {
        return Soundness.check(GraphBuilder.build(compiled.elements()), () -> false);
    }

    @ParameterizedTest
    @MethodSource("io.processflow.bpmn.RulesTest#rules")
    void whatCanBePublishedIsSound(String rule) {
        Compilation compiled = Diagrams.compile("rules/" + rule + ".bpmn", TEAM);
        if (!compiled.hasErrors() && !UNSOUND.contains(rule)) {
            assertThat(verdict(compiled).kind()).isEqualTo(Verdict.Kind.SOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch-of-goods.bpmn", "reference/A.1.0.bpmn", "reference/A.2.0.bpmn"})
    void samplesHaveNothingToNoticeButSharedEnds(String sample) {
        byte[] file = Samples.read(sample);
        ProcessDraft draft = ProcessDrafts.split(file, BpmnReader.readImport(file), sample)
                .getFirst()
                .withDefaultRole(1);
        Compilation compiled = BpmnCompiler.compile(
                BpmnReader.readDraft(draft.bytes()), Team.withRoles("Logistics", "Secretary", "Warehouse"));
        assertThat(verdict(compiled).notices())
                .extracting(Verdict.Notice::kind)
                .isSubsetOf(Verdict.NoticeKind.SHARED_END);
    }

    @Test
    void dispatchOfGoodsRunsItsLastStepTwice() {
        byte[] file = Samples.read("dispatch-of-goods.bpmn");
        Compilation compiled = BpmnCompiler.compile(
                BpmnReader.readImport(file), Team.withRoles("Logistics", "Secretary", "Warehouse"));
        Verdict verdict = verdict(compiled);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNSOUND);
        assertThat(verdict.flaws())
                .extracting(Verdict.Flaw::kind)
                .containsOnly(Verdict.FlawKind.LACK_OF_SYNCHRONISATION);
    }
}
