package io.processflow.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {

    private static Element element(String id, NodeType type, Map<String, Value> data, String... to) {
        List<Successor> successors = new ArrayList<>();
        for (String next : to) {
            successors.add(next.isEmpty() ? null : new Successor(ElementKey.drawn(next), List.of()));
        }
        return new Element(ElementKey.drawn(id), null, type, data, null, List.of(), successors);
    }

    private static Node built(NodeType type, Map<String, Value> data, String... to) {
        return GraphBuilder.build(List.of(
                        element("it", type, data, to),
                        element("yes", NodeType.endNode, Map.of()),
                        element("no", NodeType.endNode, Map.of())))
                .node(0);
    }

    private static Map<String, Value> texts(String... namesAndTexts) {
        Map<String, Value> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            data.put(namesAndTexts[i], Value.text(namesAndTexts[i + 1]));
        }
        return data;
    }

    @Test
    void twoElementsOfOneKeyAreNoGraph() {
        Element one = element("a", NodeType.endNode, Map.of());

        assertThatThrownBy(() -> GraphBuilder.build(List.of(one, one)))
                .isInstanceOfSatisfying(
                        GraphProblem.class,
                        problem -> assertThat(problem.element()).isEqualTo(one.key()))
                .hasMessage("element a (part 0): stands in the list twice");
    }

    @Test
    void aWayToNowhereIsNoGraph() {
        assertThatThrownBy(() -> GraphBuilder.build(List.of(element("a", NodeType.infoNode, Map.of(), "gone"))))
                .isInstanceOf(GraphProblem.class)
                .hasMessage("element a (part 0): leads to gone (part 0), which is not there");
    }

    @Test
    void aMissingWayIsNone() {
        assertThat(((Node.InfoNode) built(NodeType.infoNode, Map.of())).next()).isEqualTo(Node.NONE);
        assertThat(((Node.InfoNode) built(NodeType.infoNode, Map.of(), "")).next())
                .isEqualTo(Node.NONE);
        Node.AndJoinNode join = (Node.AndJoinNode) built(NodeType.andJoinNode, Map.of(), "yes");
        assertThat(List.of(join.firstInput(), join.secondInput(), join.next())).containsExactly(-1, -1, 1);
    }

    @Test
    void aNodeIsCalledByItsTitleElseByItsId() {
        ProcessGraph graph = GraphBuilder.build(List.of(
                element("a", NodeType.endNode, texts("task", "Pack it")), element("b", NodeType.endNode, Map.of())));

        assertThat(graph.name(0)).isEqualTo("Pack it");
        assertThat(graph.name(1)).isEqualTo("b");
        assertThat(graph.key(1)).isEqualTo(ElementKey.drawn("b"));
        assertThat(graph.indexOf(ElementKey.drawn("b"))).isEqualTo(1);
        assertThat(graph.indexOf(ElementKey.drawn("c"))).isEqualTo(Node.NONE);
    }

    @Test
    void theFirstStartIsTheStart() {
        ProcessGraph graph = GraphBuilder.build(List.of(
                element("end", NodeType.endNode, Map.of()),
                element("one", NodeType.startNode, texts("outputs.inputVariableNames-0", "a"), "end"),
                element("other", NodeType.startNode, Map.of(), "end")));

        assertThat(graph.start()).isEqualTo(1);
        assertThat(((Node.StartNode) graph.node(1)).inputs()).containsExactly("a");
        assertThat(GraphBuilder.build(List.of()).start()).isEqualTo(Node.NONE);
    }

    @Test
    void aGatewayKeepsItsConditionAndWays() {
        Node.GatewayNode gateway = (Node.GatewayNode)
                built(NodeType.gatewayNode, texts("value1", "{a}", "comparison", ">=", "value2", "3"), "yes", "no");

        assertThat(gateway.condition())
                .isEqualTo(new Condition(
                        new Template.Placeholder("a"),
                        Comparison.GREATER_OR_EQUAL,
                        new Template.Literal(Value.text("3"))));
        assertThat(List.of(gateway.whenTrue(), gateway.whenFalse())).containsExactly(1, 2);
    }

    @Test
    void aGatewayWithBothWaysTheSameHasNoConditionButOneWithBothMissingHas() {
        Map<String, Value> data = texts("value1", "{a}", "comparison", "==");

        assertThat(((Node.GatewayNode) built(NodeType.gatewayNode, data, "yes", "yes")).condition())
                .isNull();
        Condition condition = ((Node.GatewayNode) built(NodeType.gatewayNode, data)).condition();
        assertThat(condition.right()).isEqualTo(new Template.Literal(Value.text("")));
    }

    @Test
    void onlyOptionsWithPlaceholdersAreResolvedLater() {
        Node.ActivityNode activity = (Node.ActivityNode) built(
                NodeType.activityNode,
                texts(
                        "executionMode", "Automatic",
                        "task", "Send",
                        "text", "Dear {name}",
                        "value1", "{not an option}",
                        "outputs.x", "answer"),
                "yes");

        assertThat(activity.options()).containsOnlyKeys("text");
        assertThat(activity.automatic()).isTrue();
        assertThat(activity.outputs()).containsExactly("answer");
        assertThat(activity.reward()).isNull();
    }

    @Test
    void rewardsAreReadFromTheGamificationOptions() {
        assertThat(reward("Points", "pointsForSuccess", "5").prize())
                .isEqualTo(new RewardRule.Points(PointKind.Experience, PointMethod.incrementBy, amount("5")));
        assertThat(reward(
                                "Points",
                                "pointsForSuccess",
                                "5",
                                "pointType",
                                "Coins",
                                "pointsApplicationMethod",
                                "decrementBy")
                        .prize())
                .isEqualTo(new RewardRule.Points(PointKind.Coins, PointMethod.decrementBy, amount("5")));
        assertThat(reward("Points", "pointsForSuccess", "5", "pointsApplicationMethod", "setTo")
                        .prize())
                .isEqualTo(new RewardRule.Points(PointKind.Experience, PointMethod.setTo, amount("5")));
        assertThat(reward("Badges", "badgeType", "Packer").prize()).isEqualTo(new RewardRule.Badge(amount("Packer")));
        assertThat(reward("Points")).isNull();
        assertThat(reward("Badges")).isNull();
        assertThat(reward("Nothing", "pointsForSuccess", "5")).isNull();
    }

    @Test
    void aRewardHasAConditionOnlyWhereItIsSaidToHaveOne() {
        String[] condition = {"pointsForSuccess", "5", "value1", "1", "comparison", "==", "value2", "1"};

        assertThat(reward("Points", condition).condition()).isNull();
        String[] said = java.util.Arrays.copyOf(condition, condition.length + 2);
        said[condition.length] = "hasCondition";
        said[condition.length + 1] = "true";
        assertThat(reward("Points", said).condition()).isNotNull();
    }

    private static Template amount(String text) {
        return new Template.Literal(Value.text(text));
    }

    private static RewardRule reward(String type, String... options) {
        Map<String, Value> data = texts("gamificationType", type);
        data.put("gamificationOptions", new Value.Fields(texts(options)));
        return ((Node.GamificationEventNode) built(NodeType.gamificationEventNode, data, "yes")).reward();
    }

    @Test
    void aChallengeWithoutAUsableTimeNeverEndsTooLate() {
        assertThat(((Node.ChallengeNode) built(NodeType.challengeNode, texts("secondsToComplete", "90")))
                        .secondsToComplete())
                .isEqualTo(90);
        assertThat(((Node.ChallengeNode) built(NodeType.challengeNode, texts("secondsToComplete", "soon")))
                        .secondsToComplete())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(((Node.ChallengeNode) built(NodeType.challengeNode, Map.of())).secondsToComplete())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void pointsAreNeededWhereTheyAreGivenShownOrCompared() {
        assertThat(needsPoints(element("a", NodeType.infoNode, texts("infoText", "{Coins}"), "end")))
                .isTrue();
        assertThat(needsPoints(element("a", NodeType.infoNode, texts("infoText", "{coins}"), "end")))
                .isFalse();
        assertThat(needsPoints(element("a", NodeType.activityNode, texts("text", "{Experience}"), "end")))
                .isTrue();
        assertThat(needsPoints(gateway("{Coins}", "1"))).isTrue();
        assertThat(needsPoints(gateway("1", "{Experience}"))).isTrue();
        assertThat(needsPoints(gateway("1", "{x}"))).isFalse();
        for (NodeType type : List.of(
                NodeType.activityNode, NodeType.infoNode, NodeType.gamificationEventNode, NodeType.challengeNode)) {
            Map<String, Value> pays = texts("gamificationType", "Points");
            pays.put("gamificationOptions", new Value.Fields(texts("pointsForSuccess", "1")));
            assertThat(needsPoints(element("a", type, pays, "end")))
                    .as("%s", type)
                    .isTrue();
            assertThat(needsPoints(element("a", type, Map.of(), "end")))
                    .as("%s", type)
                    .isFalse();
        }
    }

    private static Element gateway(String left, String right) {
        return element(
                "a", NodeType.gatewayNode, texts("value1", left, "comparison", "==", "value2", right), "end", "");
    }

    private static boolean needsPoints(Element element) {
        return GraphBuilder.build(List.of(element, element("end", NodeType.endNode, Map.of())))
                .needsPoints();
    }
}
