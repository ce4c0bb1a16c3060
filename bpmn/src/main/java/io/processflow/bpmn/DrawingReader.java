package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a tree of XML what BPMN says is drawn there; skips what it does not know. */
final class DrawingReader {

    private static final Set<String> NOTES =
            Set.of("textAnnotation", "dataObject", "dataObjectReference", "dataStoreReference");

    private final XmlElement root;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, String> categoryValues = new HashMap<>();
    private final List<DrawnProcess> processes = new ArrayList<>();
    private final List<DrawnPool> pools = new ArrayList<>();
    private final List<DrawnGroup> groups = new ArrayList<>();
    private final List<DrawnNote> notes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int size;

    DrawingReader(XmlElement root) {
        this.root = root;
    }

    boolean madeIds() {
        return !made.isEmpty();
    }

    Drawing.Content read() {
        collectIds(root);
        List<XmlElement> definitions = root.is("definitions")
                ? root.children().filter(XmlElement::isBpmn).toList()
                : List.of();
        definitions.stream().filter(child -> child.name().equals("category")).forEach(this::category);
        definitions.forEach(this::definition);
        return new Drawing.Content(
                Names.folded(root.attribute("name")),
                List.copyOf(processes),
                List.copyOf(pools),
                List.copyOf(groups),
                List.copyOf(notes),
                shapes(),
                List.copyOf(findings));
    }

    private void definition(XmlElement child) {
        switch (child.name()) {
            case "process" -> process(child);
            case "collaboration" -> collaboration(child);
            default -> {}
        }
    }

    private void collectIds(XmlElement element) {
        String id = element.isBpmn() ? element.attribute("id") : null;
        if (id != null && !ids.add(id)) {
            findings.add(Finding.of(FindingCode.DUPLICATE_ID, id, "id", id));
        }
        if (id != null && id.length() > Limits.ID_LENGTH) {
            findings.add(Finding.of(FindingCode.ID_TOO_LONG, id));
        }
        element.children().forEach(this::collectIds);
    }

    /** The element's id; one is made, the same for the same file, where it has none. */
    private String id(XmlElement element) {
        String id = element.attribute("id");
        if (id != null) {
            return id;
        }
        String kind = element.name();
        String free;
        do {
            free = kind + "_" + made.merge(kind, 1, Integer::sum);
        } while (!ids.add(free));
        element.set("id", free);
        findings.add(Finding.of(FindingCode.N_MISSING_ID, free, "kind", Names.inWords(kind), "id", free));
        return free;
    }

    private void category(XmlElement category) {
        category.children("categoryValue").forEach(value -> {
            String id = value.attribute("id");
            String title = Names.folded(value.attribute("value"));
            if (id != null && title != null) {
                categoryValues.put(id, title);
            }
        });
    }

    private void collaboration(XmlElement collaboration) {
        collaboration.children().filter(XmlElement::isBpmn).forEach(child -> {
            switch (child.name()) {
                case "participant" ->
                    pools.add(new DrawnPool(
                            id(child),
                            Names.folded(child.attribute("name")),
                            reference(child.attribute("processRef")),
                            child));
                case "messageFlow" ->
                    notes.add(new DrawnNote(
                            id(child),
                            "messageFlow",
                            Names.folded(child.attribute("name")),
                            reference(child.attribute("sourceRef")),
                            reference(child.attribute("targetRef"))));
                default -> artefact(child);
            }
        });
    }

    private void process(XmlElement xml) {
        String id = id(xml);
        Scope scope = new Scope();
        scope.read(xml, id);
        processes.add(new DrawnProcess(xml, id, DataReader.of(xml), scope.nodes, scope.flows, scope.lanes));
    }

    private void artefact(XmlElement child) {
        if (child.name().equals("group")) {
            String value = reference(child.attribute("categoryValueRef"));
            String title = value == null ? null : categoryValues.get(value);
            groups.add(new DrawnGroup(id(child), value, title, DataReader.of(child)));
        } else if (NOTES.contains(child.name())) {
            String text = child.name().equals("textAnnotation")
                    ? child.children("text").findFirst().map(XmlElement::text).orElse(null)
                    : child.attribute("name");
            notes.add(new DrawnNote(id(child), child.name(), Names.folded(text), null, null));
        }
    }

    private @Nullable String reference(@Nullable String written) {
        return written == null ? null : target(written);
    }

    /** A reference is a QName in some tools: its prefix goes, unless the id is written with it. */
    private String target(String written) {
        if (ids.contains(written)) {
            return written;
        }
        int colon = written.indexOf(':');
        return colon >= 0 && ids.contains(written.substring(colon + 1)) ? written.substring(colon + 1) : written;
    }

    private final class Scope {

        private final List<DrawnNode> nodes = new ArrayList<>();
        private final List<DrawnFlow> flows = new ArrayList<>();
        private final List<DrawnLane> lanes = new ArrayList<>();

        private void read(XmlElement parent, String scope) {
            parent.children().filter(XmlElement::isBpmn).forEach(child -> {
                if (Names.FLOW_NODES.contains(child.name())) {
                    count(child);
                    DrawnNode node = node(child, scope);
                    nodes.add(node);
                    if (node.isSubProcess()) {
                        read(child, node.id());
                    }
                } else if (child.name().equals("sequenceFlow")) {
                    count(child);
                    flows.add(flow(child, scope));
                } else if (child.name().equals("laneSet")) {
                    lanes(child, null);
                } else {
                    artefact(child);
                }
            });
        }

        private void count(XmlElement element) {
            size++;
            if (size > Limits.NODES_AND_FLOWS) {
                throw new BpmnProblem(
                        "too-large",
                        "The file draws more than " + Limits.NODES_AND_FLOWS + " nodes and flows.",
                        element);
            }
        }

        private DrawnNode node(XmlElement xml, String scope) {
            DrawnNode.References references = new DrawnNode.References(
                    reference(xml.attribute("default")),
                    reference(xml.attribute("attachedToRef")),
                    xml.children("categoryValueRef")
                            .map(XmlElement::text)
                            .map(DrawingReader.this::target)
                            .toList());
            return new DrawnNode(
                    id(xml),
                    xml.name(),
                    Names.folded(xml.attribute("name")),
                    scope,
                    DataReader.of(xml),
                    references,
                    xml);
        }

        private DrawnFlow flow(XmlElement xml, String scope) {
            String condition = xml.children("conditionExpression")
                    .findFirst()
                    .map(XmlElement::text)
                    .orElse(null);
            return new DrawnFlow(
                    id(xml),
                    Names.folded(xml.attribute("name")),
                    scope,
                    reference(xml.attribute("sourceRef")),
                    reference(xml.attribute("targetRef")),
                    Names.folded(condition),
                    xml);
        }

        private void lanes(XmlElement laneSet, @Nullable String parent) {
            laneSet.children("lane").forEach(lane -> {
                String id = id(lane);
                List<String> members = new ArrayList<>();
                lane.children("flowNodeRef").forEach(member -> {
                    String node = target(member.text());
                    if (!node.isEmpty()) {
                        members.add(node);
                    }
                });
                lanes.add(new DrawnLane(id, Names.folded(lane.attribute("name")), parent, List.copyOf(members)));
                lane.children("childLaneSet").forEach(inner -> lanes(inner, id));
            });
        }
    }

    private Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        root.children()
                .filter(child -> child.name().equals("BPMNDiagram"))
                .flatMap(XmlElement::children)
                .filter(child -> child.name().equals("BPMNPlane"))
                .flatMap(XmlElement::children)
                .filter(child -> child.name().equals("BPMNShape"))
                .forEach(shape -> {
                    String element = reference(shape.attribute("bpmnElement"));
                    Shape bounds = shape.children()
                            .filter(child -> child.name().equals("Bounds"))
                            .findFirst()
                            .map(DrawingReader::bounds)
                            .orElse(null);
                    if (element != null && bounds != null) {
                        shapes.putIfAbsent(element, bounds);
                    }
                });
        return java.util.Collections.unmodifiableMap(shapes);
    }

    private static @Nullable Shape bounds(XmlElement bounds) {
        try {
            Shape shape = new Shape(
                    number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
            return Double.isFinite(shape.x() + shape.y() + shape.width() + shape.height()) ? shape : null;
        } catch (NumberFormatException e) {
            // A shape nobody can place is a shape without a place; the client lays it out.
            return null;
        }
    }

    private static double number(XmlElement bounds, String attribute) {
        String text = bounds.attribute(attribute);
        return text == null ? 0 : Double.parseDouble(text);
    }
}
