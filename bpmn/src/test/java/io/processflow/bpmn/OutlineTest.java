package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeData;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A step that stands for a sub-process tells the person what is drawn inside. */
class OutlineTest {

    private static String description(String subProcess) {
        String xml =
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:processflow='urn:processflow:bpmn:1.0'><process id='p'>"
                        + subProcess + "</process></definitions>";
        Compilation compiled =
                BpmnCompiler.compile(BpmnReader.readDraft(xml.getBytes(StandardCharsets.UTF_8)), Team.withRoles());
        return compiled.elements().stream()
                .filter(element -> element.key().equals(ElementKey.drawn("x")))
                .map(element -> new NodeData(element.data()).text(NodeData.DESCRIPTION))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stepsEventsAndDecisionsStandInTheOrderOfTheFlow() {
        assertThat(description("""
                        <transaction id='x' name='Book'>
                          <endEvent id='e' name='Booked'/>
                          <userTask id='c' name='Pay'/>
                          <exclusiveGateway id='g' name='Enough?'/>
                          <startEvent id='s'/>
                          <subProcess id='i' name='Reserve'><task id='i1' name='Seat'/><task id='i2' name='Meal'/></subProcess>
                          <intermediateCatchEvent id='w' name='Offer'><messageEventDefinition/></intermediateCatchEvent>
                          <task id='lonely' name='Cancel'/>
                          <sequenceFlow id='f1' sourceRef='s' targetRef='i'/>
                          <sequenceFlow id='f2' sourceRef='i' targetRef='w'/>
                          <sequenceFlow id='f3' sourceRef='w' targetRef='g'/>
                          <sequenceFlow id='f4' sourceRef='g' targetRef='c' name='yes'/>
                          <sequenceFlow id='f5' sourceRef='g' targetRef='i' name='no'/>
                          <sequenceFlow id='f6' sourceRef='c' targetRef='e'/>
                        </transaction>
                        """)).isEqualTo("""
                        - Reserve
                          - Seat
                          - Meal
                        - Offer
                        - Enough? (yes / no)
                        - Pay
                        - Booked
                        - Cancel""");
    }

    @Test
    void whatIsSaidOfTheStepAnywayStandsFirst() {
        assertThat(
                        description(
                                "<adHocSubProcess id='x'><extensionElements><processflow:data>{\"description\": \"As you like\"}</processflow:data></extensionElements><task id='a' name='A'/></adHocSubProcess>"))
                .isEqualTo("As you like\n\n- A");
    }

    @Test
    void aSubProcessThatIsRepeatedTellsItToo() {
        assertThat(
                        description(
                                "<subProcess id='x' name='Ask'><multiInstanceLoopCharacteristics/><task id='a' name='Call'/></subProcess>"))
                .isEqualTo("- Call");
    }

    @Test
    void aLargeOneIsCutShort() {
        String many = IntStream.range(0, 300)
                .mapToObj(i -> "<task id='t" + i + "' name='T" + i + "'/>")
                .collect(Collectors.joining());
        assertThat(description("<adHocSubProcess id='x'>" + many + "</adHocSubProcess>"))
                .startsWith("- T0\n- T1\n")
                .endsWith("- T99\n- …");
    }
}
