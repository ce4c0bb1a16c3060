package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes in standard BPMN what so far only our data or the geometry of a drawing says, so that other tools read the same:
 * who belongs to a challenge ({@code categoryValueRef}), and what decides at a gateway ({@code conditionExpression} of one
 * flow, the other the {@code default}). Done once, on import; what is written already stays.
 */
final class StandardForm {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StandardForm() {}

    /** The drawing with everything written; as it came when nothing is missing. */
    static String of(byte[] xml, Drawing drawing, String processId) {
        if (!hasOurs(drawing)) {
            return drawing.xml();
        }
        Drawing copy = BpmnReader.readDraft(xml);
        return write(copy, processId) ? XmlWriter.write(copy.document()) : drawing.xml();
    }

    private static boolean hasOurs(Drawing drawing) {
        return drawing.groups().stream().anyMatch(group -> group.data().present())
                || drawing.processes().stream()
                        .flatMap(process -> process.nodes().stream())
                        .anyMatch(node -> node.isGateway() && node.data().present());
    }

    /** Writes it into the drawing's tree. Whether anything was missing. */
    static boolean write(Drawing drawing, String processId) {
        boolean written = false;
        Memberships memberships = new Memberships(drawing);
        for (DrawnProcess process : drawing.processes()) {
            if (process.id().equals(processId)) {
                for (DrawnNode node : process.nodes()) {
                    written |= decision(process, node);
                }
                written |= memberships.write(process);
            }
        }
        return written;
    }

    private static boolean decision(DrawnProcess process, DrawnNode gateway) {
        List<DrawnFlow> ways = process.flows().stream()
                .filter(flow -> gateway.id().equals(flow.source()))
                .toList();
        Optional<String> condition = condition(gateway.data().values());
        if (!gateway.kind().equals("exclusiveGateway") || ways.size() != 2 || condition.isEmpty()) {
            return false;
        }
        String standard = gateway.references().defaultFlow();
        DrawnFlow first = ways.getFirst();
        DrawnFlow second = ways.getLast();
        boolean secondIsTrue = first.id().equals(standard)
                || !second.id().equals(standard) && first.condition() == null && second.condition() != null;
        DrawnFlow whenTrue = secondIsTrue ? second : first;
        boolean written = whenTrue.condition() == null;
        if (written) {
            whenTrue.xml().parts().add(expression(whenTrue.xml(), condition.get()));
        }
        if (standard == null) {
            gateway.xml().set("default", (secondIsTrue ? first : second).id());
        }
        return written || standard == null;
    }

    private static Optional<String> condition(NodeData data) {
        String left = data.text(NodeData.VALUE_1);
        String right = data.text(NodeData.VALUE_2);
        String comparison = data.text(NodeData.COMPARISON);
        if (left == null || right == null || Comparison.of(comparison).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("${" + operand(left) + " " + comparison + " " + operand(right) + "}");
    }

    private static String operand(String text) {
        Matcher variable = VARIABLE.matcher(text.strip());
        if (variable.matches()) {
            return variable.group(1);
        }
        boolean literal = text.strip().matches("-?[0-9]+(\\.[0-9]+)?|true|false");
        return literal ? text.strip() : JSON.writeValueAsString(text);
    }

    private static XmlElement expression(XmlElement flow, String text) {
        XmlElement made = new XmlElement(flow.prefix(), flow.namespace(), "conditionExpression", flow.line());
        made.declarations().add(new XmlElement.Declaration("xsi", XSI));
        String type = flow.prefix().isEmpty() ? "tFormalExpression" : flow.prefix() + ":tFormalExpression";
        made.attributes().add(new XmlElement.Attribute("xsi", XSI, "type", type));
        made.parts().add(new XmlPart.Text(text));
        return made;
    }
}
