package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static Element element(String id, int part, NodeType type, Map<String, Value> data, String... next) {
        List<Successor> ways = Arrays.stream(next)
                .map(to -> new Successor(ElementKey.drawn(to), List.of(id + "_" + to)))
                .toList();
        return new Element(
                new ElementKey(id, part), part == 0 ? null : "N-compound", type, data, null, List.of(), ways);
    }

    private static Map<String, Value> writing(String title, String variable) {
        return Map.of(NodeData.TASK, Value.text(title), NodeData.OUTPUT_VARIABLE, Value.text(variable));
    }

    /** Two steps at once into one end, both writing a variable if their names for it are the same. */
    private static Behaviour parallel(String left, String right) {
        return Behaviour.of(List.of(
                element("Start", 0, NodeType.startNode, Map.of(), "Split"),
                element("Split", 0, NodeType.andSplitNode, Map.of(), "A", "B"),
                element("A", 0, NodeType.activityNode, writing("Ask Ana", left), "End"),
                element("B", 0, NodeType.activityNode, writing("Ask Ben", right), "End"),
                element("End", 0, NodeType.endNode, Map.of(NodeData.TASK, Value.text("Done")))));
    }

    @Test
    void branchesIntoOneEndAreToldAndNeedNoConfirmation() {
        Behaviour behaviour = parallel("a", "b");

        assertThat(behaviour.verdict()).isEqualTo("sound");
        assertThat(behaviour.findings())
                .containsExactly(new ModelFinding(
                        "info",
                        "shared-end",
                        "End",
                        "Two branches that run at the same time lead to “Done”; the process is over when both have ended.",
                        Map.of("name", "Done"),
                        List.of("Start", "Start_Split", "Split", "Split_A", "Split_B", "A", "A_End", "End")));
        assertThat(behaviour.toConfirm()).isEmpty();
    }

    @Test
    void stepsThatWriteOneVariableAtOnceHaveToBeConfirmed() {
        List<ModelFinding> toConfirm = parallel("answer", "answer").toConfirm();

        assertThat(toConfirm)
                .containsExactly(new ModelFinding(
                        "warning",
                        "write-conflict",
                        "A",
                        "“Ask Ana” and “Ask Ben” can be open at the same time and both write answer; the later answer"
                                + " replaces the earlier one.",
                        Map.of("name", "Ask Ana", "other", "Ask Ben", "otherId", "B", "variable", "answer"),
                        List.of("Start", "Start_Split", "Split", "Split_A", "Split_B", "A", "B")));
    }

    @Test
    void aChoiceThatMayMeetAnUnsetVariableIsToldOnceForAllItsParts() {
        Map<String, Value> condition = Map.of(
                NodeData.VALUE_1, Value.text("{amount}"),
                NodeData.COMPARISON, Value.text(">"),
                NodeData.VALUE_2, Value.text("5"));
        Element first = new Element(
                ElementKey.drawn("Gate"),
                null,
                NodeType.gatewayNode,
                condition,
                null,
                List.of(),
                List.of(
                        new Successor(new ElementKey("Gate", 1), List.of()),
                        new Successor(ElementKey.drawn("No"), List.of("Gate_No"))));
        Behaviour behaviour = Behaviour.of(List.of(
                element("Start", 0, NodeType.startNode, Map.of(), "Gate"),
                first,
                element("Gate", 1, NodeType.gatewayNode, condition, "Yes", "No"),
                element("Yes", 0, NodeType.endNode, Map.of()),
                element("No", 0, NodeType.endNode, Map.of())));

        assertThat(behaviour.verdict()).isEqualTo("sound");
        assertThat(behaviour.toConfirm())
                .containsExactly(new ModelFinding(
                        "warning",
                        "unset-variable",
                        "Gate",
                        "“Gate” compares amount, which nobody may have written yet on this way.",
                        Map.of("name", "Gate", "variable", "amount"),
                        List.of("Start", "Start_Gate", "Gate")));
    }
}
