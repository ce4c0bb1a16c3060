package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused on import and only a finding (or nothing) in a draft. */
class ImportChecksTest {

    private static final String FLOW = "<sequenceFlow id='f' sourceRef='%s' targetRef='%s'/>";

    private static byte[] file(String content) {
        return ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>" + content + "</definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static BpmnProblem refused(byte[] xml) {
        BpmnProblem problem = catchThrowableOfType(BpmnProblem.class, () -> BpmnReader.readImport(xml));
        assertThat(problem).isNotNull();
        assertThat(problem.message()).isNotBlank();
        // A draft keeps it: saving half-drawn work never fails for what is drawn.
        assertThat(BpmnCompiler.compile(BpmnReader.readDraft(xml), Team.withRoles()))
                .isNotNull();
        return problem;
    }

    @Test
    void ofDefinitionsInAnotherNamespaceTheNamespaceIsTold() {
        assertThat(refused("<definitions xmlns='urn:other'/>".getBytes(StandardCharsets.UTF_8))
                        .message())
                .endsWith("but found urn:other.");
        assertThat(refused("<definitions/>".getBytes(StandardCharsets.UTF_8)).message())
                .endsWith("but found none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "<definitions xmlns='urn:other'><process id='p'/></definitions>"})
    void whatIsNoBpmnIsRefused(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("not-bpmn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<process id='p'/>", "<collaboration id='c'><participant id='x'/></collaboration>"})
    void withoutAnyStepThereIsNoProcess(String content) {
        assertThat(refused(file(content)).code()).isEqualTo("no-flow-node");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<process id='p'><task id='a'/><sequenceFlow id='f' sourceRef='a' targetRef='nowhere'/></process>",
                "<process id='p'><task id='a'/><sequenceFlow id='f' sourceRef='p' targetRef='a'/></process>",
                "<process id='p'><task id='a' default='nowhere'/></process>",
                "<process id='p'><task id='a'/><boundaryEvent id='b' attachedToRef='nowhere'/></process>",
                "<process id='p'><laneSet id='s'><lane id='l'><flowNodeRef>nowhere</flowNodeRef></lane></laneSet><task id='a'/></process>",
                "<collaboration id='c'><participant id='x' processRef='nowhere'/></collaboration><process id='p'><task id='a'/></process>",
                "<collaboration id='c'><messageFlow id='m' sourceRef='a' targetRef='nowhere'/></collaboration><process id='p'><task id='a'/></process>"
            })
    void whatRefersToNothingIsRefused(String content) {
        assertThat(refused(file(content)).code()).isEqualTo("dangling-reference");
    }

    @Test
    void aProblemNamesTheElementAndTheLine() {
        BpmnProblem problem =
                refused(file("\n<process id='p'><task id='a'/>\n" + FLOW.formatted("a", "b") + "</process>"));
        assertThat(problem.elementId()).isEqualTo("f");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.message()).contains("b").contains("line 3");
    }

    @Test
    void flowsStayInTheirProcess() {
        String two = "<process id='p'><task id='a'/>" + FLOW.formatted("a", "b")
                + "</process><process id='q'><task id='b'/></process>";
        assertThat(refused(file(two)).code()).isEqualTo("flow-between-processes");
    }

    @Test
    void flowsDoNotCrossTheBorderOfASubProcess() {
        String inside = "<process id='p'><task id='a'/><subProcess id='s'><task id='b'/></subProcess>"
                + FLOW.formatted("a", "b") + "</process>";
        assertThat(refused(file(inside)).code()).isEqualTo("flow-across-border");
        assertThat(BpmnCompiler.compile(BpmnReader.readDraft(file(inside)), Team.withRoles())
                        .findings())
                .extracting(Finding::code)
                .contains("flow-across");
    }

    @Test
    void idsAreUniqueAndShort() {
        byte[] twice = file("<process id='p'><task id='a'/><task id='a'/></process>");
        assertThat(refused(twice).code()).isEqualTo("duplicate-id");
        assertThat(BpmnCompiler.compile(BpmnReader.readDraft(twice), Team.withRoles())
                        .findings())
                .extracting(Finding::code)
                .contains("duplicate-id");
        byte[] longest = file("<process id='p'><task id='" + "x".repeat(255) + "'/></process>");
        assertThat(BpmnReader.readImport(longest).processes()).hasSize(1);
        byte[] tooLong = file("<process id='p'><task id='" + "x".repeat(256) + "'/></process>");
        assertThat(refused(tooLong).code()).isEqualTo("id-too-long");
        assertThat(BpmnCompiler.compile(BpmnReader.readDraft(tooLong), Team.withRoles())
                        .findings())
                .extracting(Finding::code)
                .contains("id-too-long");
    }

    @ParameterizedTest
    @CsvSource({"exclusiveGateway,exclusiveGateway", "parallelGateway,inclusiveGateway"})
    void circlesOfGatewaysAloneAreRefused(String one, String other) {
        String circle = "<process id='p'><task id='t'/><" + one + " id='a'/><" + other + " id='b'/>"
                + "<sequenceFlow id='f' sourceRef='t' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='b'/>"
                + "<sequenceFlow id='h' sourceRef='b' targetRef='a'/></process>";
        assertThat(refused(file(circle)).code()).isEqualTo("gateway-cycle");
        assertThat(refused(file(circle)).elementId()).isEqualTo("a");
    }

    @Test
    void aCircleWithAStepInItIsFine() {
        byte[] loop = file(
                "<process id='p'><task id='t'/><exclusiveGateway id='a'/>"
                        + "<sequenceFlow id='f' sourceRef='t' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='t'/></process>");
        assertThat(BpmnReader.readImport(loop).processes()).hasSize(1);
    }

    @Test
    void referencesMayBeQualified() {
        byte[] qualified =
                file("<collaboration id='c'><participant id='x' name='Pool' processRef='ns:p'/></collaboration>"
                        + "<process id='p'><task id='a'/><task id='b'/>" + FLOW.formatted("ns:a", "b")
                        + "<boundaryEvent id='e' attachedToRef='ns:a'/></process>");
        Drawing drawing = BpmnReader.readImport(qualified);
        assertThat(ProcessDrafts.split(qualified, drawing, null).getFirst().name())
                .isEqualTo("Pool");
    }

    @Test
    void aLooseFlowIsNoReasonToRefuse() {
        byte[] loose = file("<process id='p'><task id='a'/><sequenceFlow id='f' sourceRef='a'/></process>");
        assertThat(BpmnReader.readImport(loose).processes()).hasSize(1);
    }

    @Test
    void upTo5000NodesAndFlowsAreRead() {
        assertThat(BpmnReader.readImport(file("<process id='p'>" + "<task/>".repeat(5_000) + "</process>"))
                        .processes()
                        .getFirst()
                        .size())
                .isEqualTo(5_000);
    }
}
