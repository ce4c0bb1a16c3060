package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftFindingsTest {

    private static List<String> codes(String content) {
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>" + content + "</definitions>";
        return BpmnCompiler.compile(BpmnReader.readDraft(xml.getBytes(StandardCharsets.UTF_8)), Team.withRoles())
                .findings()
                .stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void aDraftWithoutAProcessSaysSo() {
        assertThat(codes("")).containsExactly("no-process");
        assertThat(codes("<process id='p'/>")).containsExactly("no-process");
        Compilation other = BpmnCompiler.compile(
                BpmnReader.readDraft("<html/>".getBytes(StandardCharsets.UTF_8)), Team.withRoles());
        assertThat(other.hasErrors()).isTrue();
        assertThat(other.elements()).isEmpty();
    }

    @Test
    void aSecondProcessIsAnError() {
        assertThat(codes("<process id='p'><task id='a'/></process><process id='q'><task id='b'/></process>"))
                .contains("several-processes");
    }

    @Test
    void aCircleHasNoStart() {
        assertThat(
                        codes(
                                "<process id='p'><task id='a' name='A'/><task id='b' name='B'/>"
                                        + "<sequenceFlow id='f' sourceRef='a' targetRef='b'/><sequenceFlow id='g' sourceRef='b' targetRef='a'/></process>"))
                .contains("no-start");
    }

    @Test
    void flowsNeitherEnterStartsNorLeaveEnds() {
        assertThat(
                        codes(
                                "<process id='p'><startEvent id='s'/><task id='a' name='A'/><endEvent id='e'/>"
                                        + "<sequenceFlow id='f' sourceRef='s' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='e'/>"
                                        + "<sequenceFlow id='h' sourceRef='a' targetRef='s'/><sequenceFlow id='i' sourceRef='e' targetRef='a'/></process>"))
                .filteredOn("flow-at-event"::equals)
                .hasSize(2);
    }

    @Test
    void aNewModelIsADiagramThatOnlyLacksItsSteps() {
        Drawing drawing =
                BpmnReader.readDraft(EmptyDrawing.xml("Müller & \"Söhne\"\n").getBytes(StandardCharsets.UTF_8));
        assertThat(drawing.processes().getFirst().name()).isEqualTo("Müller & \"Söhne\"");
        assertThat(drawing.shapes()).containsKey("StartEvent_1");
        assertThat(BpmnCompiler.compile(drawing, Team.withRoles()).findings())
                .extracting(Finding::code)
                .containsExactly("empty-process");
        assertThat(BpmnReader.readDraft(EmptyDrawing.xml(" ").getBytes(StandardCharsets.UTF_8))
                        .processes()
                        .getFirst()
                        .name())
                .isNull();
    }

    @Test
    void messagesAreTheTemplatesWithTheirArguments() {
        Finding finding = Finding.of(FindingCode.NO_ROLE, "a", "name", "A {b} $1");
        assertThat(finding.message()).isEqualTo("Choose who does “A {b} $1”.");
        assertThat(finding.arguments()).isEqualTo(Map.of("name", "A {b} $1"));
        assertThat(FindingCode.NO_ROLE.arguments()).containsExactly("name");
        assertThatThrownBy(() -> Finding.of(FindingCode.NO_ROLE, "a")).hasMessageContaining("name");
        assertThat(Stream.of(Severity.values()).map(Severity::text))
                .containsExactly("info", "stand-in", "warning", "error");
    }
}
