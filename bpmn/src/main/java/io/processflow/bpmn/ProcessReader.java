package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what is drawn in one process, that of its sub-processes included, in the order of the file. */
final class ProcessReader {

    private final XmlElement xml;
    private final Ids ids;
    private final EventDefinitions events;
    private final Consumer<XmlElement> others;
    private final List<DrawnNode> nodes = new ArrayList<>();
    private final List<DrawnFlow> flows = new ArrayList<>();
    private final List<DrawnLane> lanes = new ArrayList<>();

    /** @param others gets what is neither a node nor a flow nor a lane */
    ProcessReader(XmlElement xml, Ids ids, EventDefinitions events, Consumer<XmlElement> others) {
        this.xml = xml;
        this.ids = ids;
        this.events = events;
        this.others = others;
    }

    void read() {
        read(xml, ids.of(xml));
    }

    List<DrawnNode> nodes() {
        return nodes;
    }

    /** Those written here; whoever finds them to belong to another process moves them there. */
    List<DrawnFlow> flows() {
        return flows;
    }

    DrawnProcess process() {
        return new DrawnProcess(xml, ids.of(xml), DataReader.of(xml), nodes, flows, lanes);
    }

    private void read(XmlElement parent, String scope) {
        parent.children().filter(XmlElement::isBpmn).forEach(child -> {
            if (Names.FLOW_NODES.contains(child.name())) {
                DrawnNode node = node(child, scope);
                nodes.add(node);
                if (node.isSubProcess()) {
                    read(child, node.id());
                }
            } else if (child.name().equals("sequenceFlow")) {
                flows.add(flow(child, scope));
            } else if (child.name().equals("laneSet")) {
                lanes(child, null);
            } else {
                others.accept(child);
            }
        });
    }

    private DrawnNode node(XmlElement node, String scope) {
        DrawnNode.References references = new DrawnNode.References(
                ids.reference(node.attribute("default")),
                ids.reference(node.attribute("attachedToRef")),
                node.children("categoryValueRef")
                        .map(XmlElement::text)
                        .map(ids::target)
                        .toList());
        return new DrawnNode(
                ids.of(node),
                node.name(),
                Names.folded(node.attribute("name")),
                scope,
                DataReader.of(node),
                references,
                events.triggers(node),
                node);
    }

    private DrawnFlow flow(XmlElement flow, String scope) {
        String condition = flow.children("conditionExpression")
                .findFirst()
                .map(XmlElement::text)
                .orElse(null);
        return new DrawnFlow(
                ids.of(flow),
                Names.folded(flow.attribute("name")),
                scope,
                ids.reference(flow.attribute("sourceRef")),
                ids.reference(flow.attribute("targetRef")),
                Names.folded(condition),
                flow);
    }

    private void lanes(XmlElement laneSet, @Nullable String parent) {
        laneSet.children("lane").forEach(lane -> {
            String id = ids.of(lane);
            List<String> members = lane.children("flowNodeRef")
                    .map(XmlElement::text)
                    .map(ids::target)
                    .filter(node -> !node.isEmpty())
                    .toList();
            lanes.add(new DrawnLane(id, Names.folded(lane.attribute("name")), parent, members));
            lane.children("childLaneSet").forEach(inner -> lanes(inner, id));
        });
    }
}
