package io.processflow.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardFormTest {

    private static final String HEAD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:processflow="urn:processflow:bpmn:1.0"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                id="d" targetNamespace="t">
              <process id="p" name="P">
                <startEvent id="s"><extensionElements><processflow:data>
                  {"outputs": {"inputVariableNames-0": "amount"}}</processflow:data></extensionElements></startEvent>
                <sequenceFlow id="f0" sourceRef="s" targetRef="a"/>
                <task id="a" name="A"><documentation>Do</documentation><outgoing>f1</outgoing></task>
                <sequenceFlow id="f1" sourceRef="a" targetRef="g"/>
            """;

    private static final String TAIL = """
                <task id="b" name="B"/><sequenceFlow id="f4" sourceRef="b" targetRef="e"/><endEvent id="e"/>
                <group id="frame"><extensionElements><processflow:data>{"secondsToComplete": "60"}</processflow:data></extensionElements></group>
              </process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
                <bpmndi:BPMNShape bpmnElement="frame"><dc:Bounds x="0" y="0" width="200" height="200"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="50" y="50" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="b"><dc:Bounds x="300" y="50" width="100" height="80"/></bpmndi:BPMNShape>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>""";

    private static String file(String gateway, String flows) {
        return HEAD + "<exclusiveGateway id=\"g\"" + gateway
                + "><extensionElements><processflow:data>{\"value1\": \"{amount}\", \"comparison\": \"&gt;\","
                + " \"value2\": \"a few\"}</processflow:data></extensionElements></exclusiveGateway>" + flows + TAIL;
    }

    private static final String TWO_WAYS = """
            <sequenceFlow id="f2" sourceRef="g" targetRef="b"/><sequenceFlow id="f3" sourceRef="g" targetRef="e"/>""";

    private static ProcessDraft draft(String file) {
        byte[] xml = file.getBytes(UTF_8);
        return ProcessDrafts.split(xml, BpmnReader.readImport(xml), null).getFirst();
    }

    private static DrawnFlow flow(Drawing drawing, String id) {
        return drawing.processes().getFirst().flows().stream()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DrawnNode node(Drawing drawing, String id) {
        return drawing.processes().getFirst().nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTrueFlowGetsTheConditionAndTheOtherIsTheDefault() {
        Drawing drawing = BpmnReader.readImport(draft(file("", TWO_WAYS)).bytes());
        assertThat(flow(drawing, "f2").condition()).isEqualTo("${amount > \"a few\"}");
        assertThat(flow(drawing, "f3").condition()).isNull();
        assertThat(node(drawing, "g").references().defaultFlow()).isEqualTo("f3");
    }

    @Test
    void theFlowThatIsTheDefaultStaysIt() {
        Drawing drawing =
                BpmnReader.readImport(draft(file(" default=\"f2\"", TWO_WAYS)).bytes());
        assertThat(flow(drawing, "f3").condition()).isEqualTo("${amount > \"a few\"}");
        assertThat(node(drawing, "g").references().defaultFlow()).isEqualTo("f2");
    }

    @Test
    void aConditionThatIsWrittenStays() {
        String flows = TWO_WAYS.replace(
                "<sequenceFlow id=\"f3\" sourceRef=\"g\" targetRef=\"e\"/>",
                "<sequenceFlow id=\"f3\" sourceRef=\"g\" targetRef=\"e\"><conditionExpression>x</conditionExpression></sequenceFlow>");
        Drawing drawing = BpmnReader.readImport(draft(file("", flows)).bytes());
        assertThat(flow(drawing, "f3").condition()).isEqualTo("x");
        assertThat(flow(drawing, "f2").condition()).isNull();
        assertThat(node(drawing, "g").references().defaultFlow()).isEqualTo("f2");
    }

    @Test
    void whoLiesInAFrameNamesIt() {
        ProcessDraft draft = draft(file("", TWO_WAYS));
        Drawing drawing = BpmnReader.readImport(draft.bytes());
        DrawnGroup group = drawing.groups().getFirst();
        assertThat(group.categoryValue()).isEqualTo("CategoryValue_frame");
        assertThat(node(drawing, "a").references().categories()).containsExactly("CategoryValue_frame");
        assertThat(node(drawing, "b").references().categories()).isEmpty();
        assertThat(draft.xml())
                .contains("<documentation>Do</documentation><categoryValueRef>CategoryValue_frame</categoryValueRef>"
                        + "<outgoing>f1</outgoing>");
    }

    @Test
    void itIsWrittenOnce() {
        ProcessDraft once = draft(file("", TWO_WAYS));
        assertThat(draft(once.xml()).xml()).isEqualTo(once.xml());
    }

    @Test
    void theGraphStaysTheSame() {
        String file = file("", TWO_WAYS);
        Drawing before = BpmnReader.readImport(file.getBytes(UTF_8));
        Drawing after = BpmnReader.readImport(draft(file).bytes());
        assertThat(List.of(BpmnCompiler.compile(after, Team.withRoles()).elements()))
                .isEqualTo(
                        List.of(BpmnCompiler.compile(before, Team.withRoles()).elements()));
    }
}
