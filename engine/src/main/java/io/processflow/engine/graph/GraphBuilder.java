package io.processflow.engine.graph;

import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the graph from its elements. A drawing with gaps builds as well, so that its behaviour can be explored: missing
 * ways are {@link Node#NONE}. What is not a graph at all (two elements of one key, a way to nowhere) is a {@link
 * GraphProblem}.
 */
public final class GraphBuilder {

    /** Options that the gamification section and gateways read themselves; they are resolved where they are used. */
    private static final Set<String> NOT_OPTIONS = Set.of(
            NodeData.GAMIFICATION_OPTIONS,
            NodeData.GAMIFICATION_TYPE,
            NodeData.VALUE_1,
            NodeData.COMPARISON,
            NodeData.VALUE_2,
            "outputs");

    private final List<Element> elements;
    private final Map<ElementKey, Integer> indexes = new HashMap<>();

    private GraphBuilder(List<Element> elements) {
        this.elements = elements;
    }

    public static ProcessGraph build(List<Element> elements) {
        return new GraphBuilder(elements).build();
    }

    private ProcessGraph build() {
        for (int i = 0; i < elements.size(); i++) {
            if (indexes.put(elements.get(i).key(), i) != null) {
                throw new GraphProblem(elements.get(i).key(), "stands in the list twice");
            }
        }
        List<Node> nodes = new ArrayList<>(elements.size());
        int start = Node.NONE;
        for (int i = 0; i < elements.size(); i++) {
            Node node = node(i, elements.get(i));
            nodes.add(node);
            if (node instanceof Node.StartNode && start == Node.NONE) {
                start = i;
            }
        }
        return new ProcessGraph(
                nodes,
                elements.stream().map(Element::key).toList(),
                elements.stream().map(GraphBuilder::name).toList(),
                start);
    }

    private static String name(Element element) {
        String title = new NodeData(element.data()).text(NodeData.TASK);
        return title == null ? element.key().bpmnId() : title;
    }

    private Node node(int index, Element element) {
        NodeData data = new NodeData(element.data());
        int challenge = indexOf(element, element.challenge());
        return switch (element.type()) {
            case startNode ->
                new Node.StartNode(index, challenge, data.numbered(NodeData.INPUT_VARIABLES), way(element, 0));
            case endNode -> new Node.EndNode(index, challenge);
            case activityNode ->
                new Node.ActivityNode(
                        index,
                        challenge,
                        data.isAutomatic(),
                        Set.copyOf(data.outputs()),
                        options(data),
                        reward(data),
                        way(element, 0));
            case infoNode -> new Node.InfoNode(index, challenge, options(data), reward(data), way(element, 0));
            case gatewayNode -> gateway(index, challenge, element, data);
            case andSplitNode -> new Node.AndSplitNode(index, challenge, way(element, 0), way(element, 1));
            case andJoinNode ->
                new Node.AndJoinNode(index, challenge, input(element, 0), input(element, 1), way(element, 0));
            case challengeNode -> new Node.ChallengeNode(index, challenge, seconds(data), reward(data));
            case gamificationEventNode ->
                new Node.GamificationEventNode(index, challenge, reward(data), way(element, 0));
        };
    }

    private Node gateway(int index, int challenge, Element element, NodeData data) {
        int whenTrue = way(element, 0);
        int whenFalse = way(element, 1);
        // Both ways the same: a pass, nothing is compared.
        boolean pass = whenTrue == whenFalse && whenTrue != Node.NONE;
        return new Node.GatewayNode(index, challenge, pass ? null : condition(data), whenTrue, whenFalse);
    }

    private static @Nullable Condition condition(NodeData data) {
        return Comparison.of(data.text(NodeData.COMPARISON))
                .map(comparison -> new Condition(
                        operand(data.get(NodeData.VALUE_1)), comparison, operand(data.get(NodeData.VALUE_2))))
                .orElse(null);
    }

    private static Template operand(@Nullable Value value) {
        return Template.of(value == null ? Value.text("") : value);
    }

    private static Map<String, Template> options(NodeData data) {
        Map<String, Template> options = new LinkedHashMap<>();
        data.data().forEach((name, value) -> {
            Template template = Template.of(value);
            if (!(template instanceof Template.Literal) && !NOT_OPTIONS.contains(name)) {
                options.put(name, template);
            }
        });
        return options;
    }

    private static @Nullable RewardRule reward(NodeData data) {
        NodeData options = data.get(NodeData.GAMIFICATION_OPTIONS) instanceof Value.Fields(var fields)
                ? new NodeData(fields)
                : new NodeData(Map.of());
        RewardRule.Prize prize = switch (data.text(NodeData.GAMIFICATION_TYPE)) {
            case "Points" -> points(options);
            case "Badges" -> badge(options);
            case null, default -> null;
        };
        if (prize == null) {
            return null;
        }
        return new RewardRule(prize, "true".equals(options.text("hasCondition")) ? condition(options) : null);
    }

    private static RewardRule.@Nullable Prize points(NodeData options) {
        Value amount = options.get("pointsForSuccess");
        if (amount == null) {
            return null;
        }
        var kind = "Coins".equals(options.text("pointType"))
                ? RewardRule.PointKind.Coins
                : RewardRule.PointKind.Experience;
        var method = switch (options.text("pointsApplicationMethod")) {
            case "decrementBy" -> RewardRule.PointMethod.decrementBy;
            case "setTo" -> RewardRule.PointMethod.setTo;
            case null, default -> RewardRule.PointMethod.incrementBy;
        };
        return new RewardRule.Points(kind, method, Template.of(amount));
    }

    private static RewardRule.@Nullable Prize badge(NodeData options) {
        Value name = options.get("badgeType");
        return name == null ? null : new RewardRule.Badge(Template.of(name));
    }

    private static long seconds(NodeData data) {
        String text = data.text(NodeData.SECONDS_TO_COMPLETE);
        try {
            return text == null ? Long.MAX_VALUE : new java.math.BigDecimal(text).longValue();
        } catch (NumberFormatException notANumber) {
            // The structural check refuses to publish it; exploring the drawing needs no clock.
            return Long.MAX_VALUE;
        }
    }

    private int way(Element element, int place) {
        if (place >= element.successors().size()) {
            return Node.NONE;
        }
        Successor successor = element.successors().get(place);
        return successor == null ? Node.NONE : indexOf(element, successor.to());
    }

    private int input(Element element, int place) {
        return place < element.inputs().size()
                ? indexOf(element, element.inputs().get(place))
                : Node.NONE;
    }

    private int indexOf(Element from, @Nullable ElementKey key) {
        if (key == null) {
            return Node.NONE;
        }
        Integer index = indexes.get(key);
        if (index == null) {
            throw new GraphProblem(
                    from.key(), "leads to " + key.bpmnId() + " (part " + key.part() + "), which is not there");
        }
        return index;
    }
}
