package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frames with our data are challenges around the steps that name them, or, if none does, that lie inside. */
final class Challenges {

    private final List<DrawnGroup> groups;
    private final Map<String, Shape> shapes;

    Challenges(Drawing drawing) {
        this.groups = drawing.groups().stream()
                .filter(group -> group.data().present())
                .toList();
        this.shapes = drawing.shapes();
    }

    boolean isChallenge(DrawnGroup group) {
        return groups.contains(group);
    }

    /** The challenge each drawn node lies in, the smallest of several. */
    Map<String, ElementKey> members(DrawnProcess process) {
        Map<String, ElementKey> members = new HashMap<>();
        for (DrawnNode node : process.nodes()) {
            groups.stream()
                    .filter(group -> isNamed(group, process) ? names(node, group) : contains(group, node.id()))
                    .min(Comparator.comparingDouble(this::area))
                    .ifPresent(group -> members.put(node.id(), ElementKey.drawn(group.id())));
        }
        return members;
    }

    private static boolean isNamed(DrawnGroup group, DrawnProcess process) {
        return process.nodes().stream().anyMatch(node -> names(node, group));
    }

    private static boolean names(DrawnNode node, DrawnGroup group) {
        return group.categoryValue() != null && node.references().categories().contains(group.categoryValue());
    }

    private boolean contains(DrawnGroup group, String id) {
        Shape frame = shapes.get(group.id());
        Shape shape = shapes.get(id);
        return frame != null && shape != null && frame.containsCentreOf(shape);
    }

    private double area(DrawnGroup group) {
        Shape frame = shapes.get(group.id());
        return frame == null ? Double.MAX_VALUE : frame.area();
    }

    List<Element> elements(Net net) {
        List<Element> elements = new ArrayList<>();
        for (DrawnGroup group : groups) {
            Map<String, Value> data = new LinkedHashMap<>(group.data().values().data());
            if (group.title() != null) {
                data.put(NodeData.TASK, Value.text(group.title()));
            }
            String name = group.title() == null ? "challenge" : group.title();
            if (group.data().problem() != null) {
                net.find(
                        BAD_DATA,
                        group.id(),
                        "name",
                        name,
                        "reason",
                        group.data().problem());
            } else if (!hasTime(new NodeData(data))) {
                net.find(MISSING_OPTION, group.id(), "name", name, "option", "a number of seconds");
            }
            elements.add(new Element(
                    ElementKey.drawn(group.id()),
                    null,
                    NodeType.challengeNode,
                    java.util.Collections.unmodifiableMap(data),
                    outer(group),
                    List.of(),
                    List.of()));
        }
        return elements;
    }

    private @Nullable ElementKey outer(DrawnGroup group) {
        Optional<DrawnGroup> outer = groups.stream()
                .filter(other -> other != group && area(other) > area(group) && contains(other, group.id()))
                .min(Comparator.comparingDouble(this::area));
        return outer.map(other -> ElementKey.drawn(other.id())).orElse(null);
    }

    private static boolean hasTime(NodeData data) {
        String seconds = data.text(NodeData.SECONDS_TO_COMPLETE);
        try {
            return seconds != null && new BigDecimal(seconds.strip()).signum() > 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
