package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.NodeData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who does it: an activity, and a decision step; the first rule that applies. Roles: 1 Clerk, 2 Boss, 3 Driver. */
class RolesTest {

    private static final CompileContext TEAM = Team.withRoles("Clerk", "Boss", "Driver");

    private static final String OWN =
            "<extensionElements><d:data xmlns:d='urn:processflow:bpmn:1.0'>{\"assignedRole\": \"%s\"}</d:data></extensionElements>";

    private static String own(String role) {
        return OWN.formatted(role);
    }

    /** A task and then a gateway that asks. */
    private static Compilation compile(String ofProcess, String lanes, String ofTask, String ofGateway) {
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>" + ofProcess
                + lanes
                + "<startEvent id='s'/><userTask id='t' name='Do'>" + ofTask + "</userTask><exclusiveGateway id='g'>"
                + ofGateway
                + "</exclusiveGateway><endEvent id='e' name='E'/><endEvent id='f' name='F'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='t'/><sequenceFlow id='f2' sourceRef='t' targetRef='g'/>"
                + "<sequenceFlow id='f3' sourceRef='g' targetRef='e'/><sequenceFlow id='f4' sourceRef='g' targetRef='f'/>"
                + "</process></definitions>";
        return BpmnCompiler.compile(BpmnReader.readDraft(xml.getBytes(StandardCharsets.UTF_8)), TEAM);
    }

    private static List<String> roles(Compilation compiled) {
        return compiled.elements().stream()
                .map(element -> new NodeData(element.data()))
                .filter(data -> data.text(NodeData.EXECUTION_MODE) != null)
                .map(data -> String.valueOf(data.text(NodeData.ASSIGNED_ROLE)))
                .toList();
    }

    private static String lanes(String outer, String inner) {
        return "<laneSet id='ls'><lane id='l1' name='" + outer
                + "'><flowNodeRef>t</flowNodeRef><flowNodeRef>g</flowNodeRef><childLaneSet id='cs'><lane id='l2' name='"
                + inner + "'><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet>";
    }

    @Test
    void anActivityIsForItsOwnRoleFirst() {
        assertThat(roles(compile(own("1"), lanes("Boss", "Boss"), own("3"), own("1"))))
                .containsExactly("3", "1");
    }

    @Test
    void elseForTheRoleCalledLikeItsInnermostLaneWhateverTheCase() {
        assertThat(roles(compile(own("1"), lanes("Boss", "dRIVER"), "", ""))).containsExactly("3", "2");
    }

    @Test
    void elseForTheDefaultRoleOfTheProcess() {
        Compilation compiled = compile(own("1"), lanes("Boss", "Cook"), "", "");
        assertThat(roles(compiled)).containsExactly("1", "2");
        assertThat(compiled.proposedRoles()).containsExactly("Cook");
    }

    @Test
    void elseSomebodyHasToBeChosen() {
        Compilation compiled = compile("", "", "", "");
        assertThat(roles(compiled)).containsExactly("null", "null");
        assertThat(compiled.findings())
                .filteredOn(finding -> finding.code().equals("no-role"))
                .extracting(finding -> finding.elementId() + ": " + finding.message())
                .containsExactly("t: Choose who does “Do”.", "g: Choose who does “Which way?”.");
    }

    @Test
    void aRoleThatIsGoneIsToldAndNoOtherTaken() {
        Compilation compiled = compile(own("1"), lanes("Boss", "Boss"), own("99"), "");
        assertThat(roles(compiled)).containsExactly("null", "2");
        assertThat(compiled.findings()).extracting(Finding::code).contains("unknown-role");
    }

    @Test
    void aDecisionIsForTheGatewaysOwnRoleFirst() {
        assertThat(roles(compile(own("1"), lanes("Boss", "Boss"), own("3"), own("3"))))
                .containsExactly("3", "3");
    }

    @Test
    void thenForTheRoleOfTheGatewaysLane() {
        assertThat(roles(compile(own("1"), lanes("Boss", "Driver"), "", ""))).containsExactly("3", "2");
    }

    @Test
    void thenForTheRoleCommonToAllActivitiesDirectlyBefore() {
        assertThat(roles(compile(own("1"), "", own("3"), ""))).containsExactly("3", "3");
    }

    @Test
    void thenForTheDefaultRole() {
        assertThat(roles(compile(own("1"), "", "", ""))).containsExactly("1", "1");
        Compilation several = Diagrams.compile("rules/n-label-choice.bpmn", TEAM);
        assertThat(several.findings()).extracting(Finding::code).doesNotContain("no-role");
    }

    @Test
    void twoRolesDirectlyBeforeAreNone() {
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>" + own("2")
                + "<startEvent id='s'/><parallelGateway id='a'/><userTask id='t' name='T'>" + own("1")
                + "</userTask><userTask id='u' name='U'>" + own("3")
                + "</userTask><parallelGateway id='b'/><exclusiveGateway id='g'/><endEvent id='e'/><endEvent id='f'/>"
                + "<sequenceFlow id='f0' sourceRef='s' targetRef='a'/><sequenceFlow id='f1' sourceRef='a' targetRef='t'/><sequenceFlow id='f2' sourceRef='a' targetRef='u'/>"
                + "<sequenceFlow id='f3' sourceRef='t' targetRef='b'/><sequenceFlow id='f4' sourceRef='u' targetRef='b'/><sequenceFlow id='f5' sourceRef='b' targetRef='g'/>"
                + "<sequenceFlow id='f6' sourceRef='g' targetRef='e'/><sequenceFlow id='f7' sourceRef='g' targetRef='f'/></process></definitions>";
        assertThat(roles(BpmnCompiler.compile(BpmnReader.readDraft(xml.getBytes(StandardCharsets.UTF_8)), TEAM)))
                .containsExactly("1", "3", "2");
    }
}
