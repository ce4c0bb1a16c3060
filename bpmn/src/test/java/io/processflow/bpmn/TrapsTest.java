package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real files do and readers stumble over. */
class TrapsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static Drawing imported(String xml) {
        return BpmnReader.readImport(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Compilation compiled(Drawing drawing) {
        return BpmnCompiler.compile(drawing, Team.withRoles("Clerk"));
    }

    private static String file(String content) {
        return "<definitions xmlns='" + BPMN + "' xmlns:t='urn:t' targetNamespace='urn:t'>" + content
                + "</definitions>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bpmn:", "bpmn2:", "semantic:", "model:", "Ä:"})
    void anyPrefixOrNone(String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        String xml =
                "<P:definitions D='N'><P:process id='p'><P:startEvent id='s'/><P:task id='a' name='A'/><P:sequenceFlow id='f' sourceRef='s' targetRef='a'/></P:process></P:definitions>"
                        .replace("P:", prefix)
                        .replace("D='N'", declaration + "='" + BPMN + "'");
        assertThat(GraphText.of(compiled(imported(xml)).elements()))
                .containsExactly("s startNode -> a via f", "a activityNode \"A\" -> a.1", "a.1 endNode[N-no-end]");
    }

    @Test
    void prefixesMayChangeInsideAFile() {
        String xml = "<definitions xmlns='" + BPMN + "'><x:process xmlns:x='" + BPMN
                + "' id='p'><x:task id='a'/><y:task xmlns:y='" + BPMN + "' id='b'/></x:process></definitions>";
        assertThat(imported(xml).processes().getFirst().size()).isEqualTo(2);
    }

    @Test
    void processRefIsAQualifiedName() {
        Drawing drawing = imported(
                file(
                        "<collaboration id='c'><participant id='x' name='Pool' processRef='t:p'/></collaboration><process id='p'><task id='a'/></process>"));
        assertThat(drawing.poolOf("p")).isPresent();
    }

    @Test
    void bpmnElementIsAQualifiedName() {
        Drawing drawing = imported(
                file(
                        "<process id='p'><task id='a'/></process><d:BPMNDiagram xmlns:d='http://www.omg.org/spec/BPMN/20100524/DI'><d:BPMNPlane bpmnElement='t:p'>"
                                + "<d:BPMNShape bpmnElement='t:a'><c:Bounds xmlns:c='http://www.omg.org/spec/DD/20100524/DC' x='1' y='2' width='3' height='4'/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram>"));
        assertThat(drawing.shapes()).containsEntry("a", new Shape(1, 2, 3, 4));
    }

    @Test
    void attachedToRefIsAQualifiedName() {
        Compilation compiled = compiled(imported(file(
                "<process id='p'><startEvent id='s'/><userTask id='a' name='A'/><boundaryEvent id='b' name='Late' attachedToRef='t:a'><timerEventDefinition/></boundaryEvent>"
                        + "<sequenceFlow id='f' sourceRef='t:s' targetRef='t:a'/></process>")));
        assertThat(compiled.findings())
                .extracting(Finding::code)
                .contains("S-boundary")
                .doesNotContain("R-unreachable");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,Grüße",
        "ISO-8859-15,Grüße für 5 €",
        "windows-1252,„Grüße“ – für 5 €",
        "UTF-16,Ωμέγα",
        "UTF-16LE,Ωμέγα",
        "UTF-16BE,Ωμέγα",
        "UTF-8,Ωμέγα 🙂"
    })
    void namesAreReadInTheDeclaredEncoding(String encoding, String name) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>"
                + file("<process id='p' name='" + name + "'><task id='a'/></process>");
        Drawing drawing = BpmnReader.readImport(xml.getBytes(Charset.forName(encoding)));
        assertThat(drawing.processes().getFirst().name()).isEqualTo(name);
        assertThat(drawing.xml()).contains(name).contains("encoding=\"UTF-8\"");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNoText(String encoding) {
        String xml = "\ufeff" + file("<process id='p' name='Ωμέγα'><task id='a'/></process>");
        Drawing drawing = BpmnReader.readImport(xml.getBytes(Charset.forName(encoding)));
        assertThat(drawing.processes().getFirst().name()).isEqualTo("Ωμέγα");
        assertThat(drawing.xml()).startsWith("<definitions");
    }

    @Test
    void aByteOrderMarkWinsOverAWrongDeclaration() {
        String xml = "\ufeff<?xml version='1.0' encoding='ISO-8859-1'?>"
                + file("<process id='p' name='Ä'><task id='a'/></process>");
        assertThat(BpmnReader.readImport(xml.getBytes(StandardCharsets.UTF_8))
                        .processes()
                        .getFirst()
                        .name())
                .isEqualTo("Ä");
    }

    @Test
    void aFileWithoutInterchangeDataIsStoredAsItCame() {
        byte[] xml = file("<process id='p'><task id='a' name='A'/></process>").getBytes(StandardCharsets.UTF_8);
        Drawing drawing = BpmnReader.readImport(xml);
        assertThat(drawing.shapes()).isEmpty();
        assertThat(ProcessDrafts.split(xml, drawing, null).getFirst().bytes()).isEqualTo(xml);
        assertThat(compiled(drawing).elements()).isNotEmpty();
    }

    @Test
    void cancelAndTerminateOnOneEventAreAnEndOfEverything() {
        assertThat(Diagrams.compile("rules/n-terminate-cancel.bpmn", Team.withRoles("Clerk"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("N-terminate");
    }

    @Test
    void idsOf255CharactersRun() {
        String id = "x".repeat(255);
        String xml = file("<process id='p'><startEvent id='s'/><exclusiveGateway id='" + id
                + "'/><endEvent id='e1'/><endEvent id='e2'/><sequenceFlow id='f' sourceRef='s' targetRef='" + id
                + "'/><sequenceFlow id='g' sourceRef='" + id + "' targetRef='e1'/><sequenceFlow id='h' sourceRef='" + id
                + "' targetRef='e2'/></process>");
        assertThat(GraphText.of(compiled(imported(xml)).elements())).anyMatch(line -> line.contains("decision." + id));
    }

    @Test
    void aFlowMayBeWrittenInAnotherProcessThanItsSteps() {
        String xml = file(
                "<process id='p'><task id='a' name='A'/><sequenceFlow id='f' sourceRef='b' targetRef='c'/></process>"
                        + "<process id='q'><task id='b' name='B'/><task id='c' name='C'/></process>");
        List<ProcessDraft> drafts = ProcessDrafts.split(xml.getBytes(StandardCharsets.UTF_8), imported(xml), null);
        assertThat(drafts.getFirst().xml()).doesNotContain("sourceRef");
        assertThat(drafts.get(1).findings()).extracting(Finding::code).contains("N-misplaced-flow");
        Compilation second = compiled(BpmnReader.readImport(drafts.get(1).bytes()));
        assertThat(GraphText.of(second.elements())).contains("b activityNode \"B\" -> c via f");
        assertThat(compiled(BpmnReader.readImport(drafts.getFirst().bytes())).findings())
                .extracting(Finding::code)
                .doesNotContain("R-loose-flow");
    }

    @Test
    void aFlowMayBeWrittenOutsideOfTheSubProcessOfItsSteps() {
        String xml = file(
                "<process id='p'><subProcess id='s' name='S'><task id='b' name='B'/><task id='c' name='C'/></subProcess>"
                        + "<sequenceFlow id='f' sourceRef='b' targetRef='c'/></process>");
        Compilation compiled = compiled(imported(xml));
        assertThat(compiled.findings()).extracting(Finding::code).contains("N-misplaced-flow", "N-inline");
        assertThat(GraphText.of(compiled.elements())).contains("b activityNode \"B\" -> c via f");
    }
}
