package io.processflow.bpmn;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Elements as short lines, so that a test shows the whole graph. */
final class GraphText {

    private GraphText() {}

    /** For instance {@code Gateway.1 activityNode[N-label-choice] "Which way?" {a|b} @7 -> Gateway}. */
    static List<String> of(List<Element> elements) {
        return elements.stream().map(GraphText::line).toList();
    }

    private static String line(Element element) {
        NodeData data = new NodeData(element.data());
        StringBuilder line = new StringBuilder();
        line.append(key(element.key())).append(' ').append(element.type());
        if (element.madeBy() != null) {
            line.append('[').append(element.madeBy()).append(']');
        }
        if (data.text(NodeData.TASK) != null) {
            line.append(" \"").append(data.text(NodeData.TASK)).append('"');
        }
        if (data.isAutomatic()) {
            line.append(" automatic");
        }
        if (data.get(NodeData.COMPARISON) != null) {
            line.append(" (")
                    .append(value(data.get(NodeData.VALUE_1)))
                    .append(' ')
                    .append(data.text(NodeData.COMPARISON))
                    .append(' ')
                    .append(value(data.get(NodeData.VALUE_2)))
                    .append(')');
        }
        if (!data.choices().isEmpty()) {
            line.append(" {")
                    .append(String.join("|", data.choices()))
                    .append("} as ")
                    .append(data.text(NodeData.OUTPUT_VARIABLE));
        }
        if (data.text(NodeData.ASSIGNED_ROLE) != null) {
            line.append(" @").append(data.text(NodeData.ASSIGNED_ROLE));
        }
        if (element.challenge() != null) {
            line.append(" in ").append(key(element.challenge()));
        }
        if (!element.inputs().isEmpty()) {
            line.append(" <- ")
                    .append(element.inputs().stream().map(GraphText::key).collect(Collectors.joining(" + ")));
        }
        if (!element.successors().isEmpty()) {
            line.append(" -> ")
                    .append(element.successors().stream().map(GraphText::way).collect(Collectors.joining(" | ")));
        }
        return line.toString();
    }

    private static String way(Successor successor) {
        if (successor == null) {
            return "nowhere";
        }
        String drawn = successor.drawn().isEmpty() ? "" : " via " + String.join(" ", successor.drawn());
        return key(successor.to()) + drawn;
    }

    private static String key(ElementKey key) {
        return key.part() == 0 ? key.bpmnId() : key.bpmnId() + "." + key.part();
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text(String text) -> "'" + text + "'";
            case Value.Number(var number) -> number.toPlainString();
            case Value.Truth(boolean truth) -> String.valueOf(truth);
            case null, default -> String.valueOf(value);
        };
    }
}
