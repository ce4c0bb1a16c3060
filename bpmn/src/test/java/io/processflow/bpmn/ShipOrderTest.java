package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The project's own diagram, which shows the same things as the sample "dispatch of goods" and is always there. */
class ShipOrderTest {

    private static byte[] diagram() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("docs/diagrams/ship-order.bpmn");
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        throw new IllegalStateException(
                "expected docs/diagrams/ship-order.bpmn above " + Path.of("").toAbsolutePath());
    }

    @Test
    void runsWithTheRolesOfItsLanes() throws IOException {
        byte[] file = diagram();
        ProcessDraft draft =
                ProcessDrafts.split(file, BpmnReader.readImport(file), null).getFirst();
        assertThat(draft.name()).isEqualTo("Ship an order");
        assertThat(draft.bytes()).isEqualTo(file);

        Compilation compiled = BpmnCompiler.compile(
                BpmnReader.readDraft(draft.bytes()), Team.withRoles("Logistics", "Secretary", "Warehouse"));
        assertThat(compiled.findings()).extracting(Finding::severity).containsOnly(Severity.INFO);
        assertThat(GraphBuilder.build(compiled.elements())).isNotNull();
        assertThat(GraphText.of(compiled.elements()))
                .containsExactly(
                        "Start startNode \"Order to ship\" -> Split via Start_Split",
                        "Split andSplitNode -> ChooseShipping via Split_ChooseShipping | PackGoods via Split_PackGoods",
                        "ChooseShipping activityNode \"Choose how to ship\" @2 -> SpecialHandling.1 via"
                                + " ChooseShipping_SpecialHandling",
                        "SpecialHandling.1 activityNode[N-label-choice] \"Special handling?\" {yes|no} as"
                                + " decision.SpecialHandling @2 -> SpecialHandling",
                        "SpecialHandling gatewayNode \"Special handling?\" ('{decision.SpecialHandling}' == 'yes') ->"
                                + " AskCarrier via SpecialHandling_AskCarrier | Extras via SpecialHandling_Extras",
                        "AskCarrier activityNode \"Ask a carrier for an offer\" @2 -> PlaceOrder via"
                                + " AskCarrier_PlaceOrder",
                        "PlaceOrder activityNode \"Place the order\" @2 -> PreparePickUp via PlaceOrder_HowChosen"
                                + " HowChosen HowChosen_Meet Meet Meet_PreparePickUp",
                        "Extras andSplitNode -> Extras.1 | Extras.3",
                        "Extras.1 activityNode[N-inclusive] \"insurance wanted?\" {Yes|No} as decision.Extras.1 @2 ->"
                                + " Extras.2",
                        "Extras.2 gatewayNode[N-inclusive] ('{decision.Extras.1}' == 'Yes') -> InsureParcel via"
                                + " Extras_InsureParcel | ExtrasDone.1",
                        "Extras.3 activityNode[N-inclusive] \"label needed?\" {Yes|No} as decision.Extras.2 @2 ->"
                                + " Extras.4",
                        "Extras.4 gatewayNode[N-inclusive] ('{decision.Extras.2}' == 'Yes') -> WriteLabel via"
                                + " Extras_WriteLabel | ExtrasDone.2",
                        "InsureParcel activityNode \"Insure the parcel\" @1 -> ExtrasDone.1 via"
                                + " InsureParcel_ExtrasDone",
                        "WriteLabel activityNode \"Write package label\" @2 -> ExtrasDone.2 via WriteLabel_ExtrasDone",
                        "ExtrasDone.1 gatewayNode[N-join-slot] -> ExtrasDone | ExtrasDone",
                        "ExtrasDone.2 gatewayNode[N-join-slot] -> ExtrasDone | ExtrasDone",
                        "ExtrasDone andJoinNode <- ExtrasDone.1 + ExtrasDone.2 -> PreparePickUp via"
                                + " ExtrasDone_HowChosen HowChosen HowChosen_Meet Meet Meet_PreparePickUp",
                        "PackGoods activityNode \"Pack the goods\" @3 -> PreparePickUp via PackGoods_Meet Meet"
                                + " Meet_PreparePickUp",
                        "PreparePickUp activityNode \"Prepare for pick-up\" @3 -> End via PreparePickUp_End",
                        "End endNode \"Ready for pick-up\"");
    }

    @Test
    void withTheMergeMadeParallelItsBranchesWaitForEachOther() throws IOException {
        String drawn = BpmnReader.readDraft(diagram()).xml();
        String joined = drawn.replace("<bpmn:exclusiveGateway id=\"Meet\">", "<bpmn:parallelGateway id=\"Meet\">")
                .replaceFirst(
                        "(id=\"Meet\">[^/]*?(?:<[^>]*>[^<]*</bpmn:(?:incoming|outgoing)>\\s*)*)</bpmn:exclusiveGateway>",
                        "$1</bpmn:parallelGateway>");
        Compilation compiled = BpmnCompiler.compile(
                BpmnReader.readDraft(joined.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Team.withRoles("Logistics", "Secretary", "Warehouse"));
        assertThat(GraphText.of(compiled.elements()))
                .contains(
                        "Meet.1 gatewayNode[N-join-slot] -> Meet | Meet",
                        "Meet andJoinNode <- Meet.1 + PackGoods -> PreparePickUp via Meet_PreparePickUp");
    }
}
