package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.NodeData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a decision step: the title, one answer a flow, and the variable that keeps the answer. */
class LabelsTest {

    private static NodeData decision(String gateway, String flows) {
        String xml =
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'><startEvent id='s'/>"
                        + "<exclusiveGateway " + gateway
                        + "/><task id='a' name=' Ask \n the boss'/><task id='b'/><task id='c' name='C'/>"
                        + "<sequenceFlow id='f' sourceRef='s' targetRef='g:1'/>" + flows + "</process></definitions>";
        Compilation compiled =
                BpmnCompiler.compile(BpmnReader.readDraft(xml.getBytes(StandardCharsets.UTF_8)), Team.withRoles());
        return compiled.elements().stream()
                .filter(element -> "N-label-choice".equals(element.madeBy()))
                .map(Element::data)
                .map(NodeData::new)
                .filter(data -> !data.choices().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String flow(String id, String name, String to, String condition) {
        return "<sequenceFlow id='" + id + "' name='" + name + "' sourceRef='g:1' targetRef='" + to + "'>"
                + (condition.isEmpty() ? "" : "<conditionExpression>" + condition + "</conditionExpression>")
                + "</sequenceFlow>";
    }

    @Test
    void aFlowIsCalledByItsNameElseItsConditionElseWhatItLeadsToElseItsNumber() {
        assertThat(decision(
                                "id='g:1'",
                                flow("f1", " very\n  small ", "b", "whatever")
                                        + flow("f2", "", "b", "  small\n amount ")
                                        + flow("f3", "", "a", "")
                                        + flow("f4", "", "b", ""))
                        .choices())
                .containsExactly("very small", "small amount", "Ask the boss", "Path 4");
    }

    @Test
    void theDefaultFlowIsAChoiceLikeTheOthers() {
        assertThat(decision("id='g:1' default='f1'", flow("f1", "", "a", "") + flow("f2", "no", "c", ""))
                        .choices())
                .containsExactly("Ask the boss", "no");
    }

    @Test
    void equalLabelsAreNumbered() {
        assertThat(decision(
                                "id='g:1'",
                                flow("f1", "go", "a", "") + flow("f2", "go", "b", "") + flow("f3", "go", "c", ""))
                        .choices())
                .containsExactly("go", "go (2)", "go (3)");
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "1000,1e3", "2026-11-22,2026-11-22T00:00:00", "go (2),go (2)"})
    void whatTheEngineTakesForEqualIsNumberedToo(String one, String other) {
        assertThat(Labels.different(List.of(one, other))).containsExactly(one, other + " (2)");
    }

    @Test
    void aNumberedLabelDoesNotMeetOneThatIsWrittenSo() {
        assertThat(Labels.different(List.of("go", "go (2)", "go"))).containsExactly("go", "go (2)", "go (3)");
    }

    @Test
    void theTitleIsTheGatewaysNameElseAQuestion() {
        String flows = flow("f1", "yes", "a", "") + flow("f2", "no", "b", "");
        assertThat(decision("id='g:1' name='Large  order?'", flows).text(NodeData.TASK))
                .isEqualTo("Large order?");
        assertThat(decision("id='g:1'", flows).text(NodeData.TASK)).isEqualTo("Which way?");
    }

    @Test
    void theVariableIsMadeOfTheGatewaysId() {
        assertThat(decision("id='g:1'", flow("f1", "yes", "a", "") + flow("f2", "no", "b", ""))
                        .text(NodeData.OUTPUT_VARIABLE))
                .isEqualTo("decision.g_1");
        assertThat(Labels.variable("Gateway_1-a.b:ü/ 🙂")).isEqualTo("decision.Gateway_1-a.b_ü___");
    }
}
