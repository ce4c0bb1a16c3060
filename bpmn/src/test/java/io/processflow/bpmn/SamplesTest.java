package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real diagrams, drawn by others in other tools. */
class SamplesTest {

    private static List<ProcessDraft> imported(String name) {
        byte[] file = Samples.read(name);
        return ProcessDrafts.split(file, BpmnReader.readImport(file), name);
    }

    private static Compilation compile(ProcessDraft draft, CompileContext team) {
        return BpmnCompiler.compile(BpmnReader.readDraft(draft.bytes()), team);
    }

    @Test
    void dispatchOfGoodsRunsWithTheRolesOfItsLanes() {
        byte[] file = Samples.read("dispatch-of-goods.bpmn");
        List<ProcessDraft> drafts = ProcessDrafts.split(file, BpmnReader.readImport(file), "dispatch");

        assertThat(drafts).hasSize(1);
        assertThat(drafts.getFirst().name()).isEqualTo("Dispatch of goods Computer Hardware Shop");
        assertThat(drafts.getFirst().bytes()).isEqualTo(file);

        Compilation compiled = compile(drafts.getFirst(), Team.withRoles("logistics", "SECRETARY", "Warehouse"));
        assertThat(compiled.findings()).extracting(Finding::severity).containsOnly(Severity.INFO);
        assertThat(compiled.findings())
                .extracting(Finding::code)
                .contains("N-inclusive", "N-label-choice", "N-merge", "N-lanes", "N-pool", "N-task", "N-join-slot");
        assertThat(compiled.proposedRoles()).isEmpty();
        assertThat(GraphText.of(compiled.elements()))
                .contains(
                        "InclusiveGateway_0p2e5vq andSplitNode -> InclusiveGateway_0p2e5vq.1 |"
                                + " InclusiveGateway_0p2e5vq.3",
                        "InclusiveGateway_0p2e5vq.1 activityNode[N-inclusive] \"If insurance necessary?\" {Yes|No} as"
                                + " decision.InclusiveGateway_0p2e5vq.1 @2 -> InclusiveGateway_0p2e5vq.2",
                        "ExclusiveGateway_1mpgzhg.1 activityNode[N-label-choice] \"Special sandling?\" {no|yes} as"
                                + " decision.ExclusiveGateway_1mpgzhg @2 -> ExclusiveGateway_1mpgzhg",
                        "Task_05ftug5 activityNode \"Package goods\" @3 -> Task_0sl26uo via SequenceFlow_0b2nw5c"
                                + " ExclusiveGateway_0z5sib0 SequenceFlow_06kfaev");
        assertThat(GraphBuilder.build(compiled.elements())).isNotNull();
    }

    @Test
    void dispatchOfGoodsProposesTheRolesOfItsLanes() {
        Compilation compiled = compile(imported("dispatch-of-goods.bpmn").getFirst(), Team.withRoles("Secretary"));
        assertThat(compiled.proposedRoles()).containsExactlyInAnyOrder("Logistics", "Warehouse");
        assertThat(compiled.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsOnly("no-role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference/A.1.0.bpmn", "reference/A.2.0.bpmn"})
    void referenceModelsRunWithADefaultRole(String name) {
        ProcessDraft draft = imported(name).getFirst().withDefaultRole(1);
        Compilation compiled = compile(draft, Team.withRoles("Anybody"));
        assertThat(compiled.findings()).extracting(Finding::severity).containsOnly(Severity.INFO);
        assertThat(draft.xml()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"");
    }

    @Test
    void unnamedFlowsAreLabelledByWhatTheyLeadTo() {
        Compilation compiled = compile(imported("reference/A.2.0.bpmn").getFirst(), Team.withRoles());
        assertThat(GraphText.of(compiled.elements()))
                .anyMatch(line -> line.contains("[N-label-choice] \"Gateway (Split Flow)\" {Task 2|Task 3|Task 4}"));
    }

    @Test
    void creditScoringBecomesTwoModels() {
        List<ProcessDraft> drafts = imported("credit-scoring-synchronous.bpmn");
        assertThat(drafts).extracting(ProcessDraft::name).containsExactly("credit scoring (bank)", "scoring service");

        Compilation bank = compile(drafts.get(0), Team.withRoles());
        assertThat(bank.findings())
                .filteredOn(finding -> finding.severity() == Severity.STAND_IN)
                .extracting(finding -> finding.code() + " " + finding.elementId())
                .containsExactly(
                        "S-message MessageFlow_1mm30jd",
                        "S-message MessageFlow_13j4vf5",
                        "S-message MessageFlow_1nttl77",
                        "S-catch IntermediateCatchEvent_0a8iz14",
                        "S-start-trigger StartEvent_1els7eb");
        assertThat(bank.findings())
                .filteredOn(finding -> finding.code().equals("N-message-note"))
                .hasSize(3);
        assertThat(drafts.get(0).xml()).contains("Participant_1xfb3ml").doesNotContain("Task_1r15hqs");

        Compilation service = compile(drafts.get(1), Team.withRoles());
        assertThat(service.findings())
                .filteredOn(finding -> finding.severity() == Severity.STAND_IN)
                .extracting(finding -> finding.code() + " " + finding.elementId())
                .containsExactly(
                        "S-message MessageFlow_1mm30jd",
                        "S-message MessageFlow_13j4vf5",
                        "S-message MessageFlow_1nttl77",
                        "S-start-trigger StartEvent_0o849un");
        assertThat(drafts.get(1).findings()).extracting(Finding::code).contains("N-several-processes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recourse.bpmn",
                "self-service-restaurant.bpmn",
                "credit-scoring-asynchronous.bpmn",
                "reference/A.2.1.bpmn",
                "reference/A.3.0.bpmn",
                "reference/A.4.0.bpmn",
                "reference/C.1.0.bpmn",
                "reference/C.8.0.bpmn"
            })
    void everySampleCompilesToAGraphAndSaysWhatIsMissing(String name) {
        for (ProcessDraft draft : imported(name)) {
            Compilation compiled = compile(draft.withDefaultRole(1), Team.withRoles("Anybody"));
            assertThat(GraphBuilder.build(compiled.elements())).isNotNull();
            assertThat(compiled.findings())
                    .as(draft.name())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .isEmpty();
            assertThat(compile(draft.withDefaultRole(1), Team.withRoles("Anybody")))
                    .isEqualTo(compiled);
        }
    }

    @Test
    void aStepOfSeveralTokensSaysThatItCanNotRun() {
        ProcessDraft draft = imported("reference/C.3.0.bpmn").getFirst().withDefaultRole(1);
        assertThat(compile(draft, Team.withRoles("Anybody")).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .containsExactly("“Analyse customer request” can not run: it takes or gives several tokens at once.");
    }

    @Test
    void otherEncodingsBecomeUtf8() {
        byte[] file = Samples.read("reference/A.1.0.bpmn");
        String text = new String(file, StandardCharsets.ISO_8859_1);
        ProcessDraft draft = imported("reference/A.1.0.bpmn").getFirst();
        assertThat(draft.xml()).isEqualTo(text.replaceFirst("ISO-8859-1", "UTF-8"));
    }
}
