package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in a tree of XML what BPMN says is drawn there; skips what it does not know. */
final class DrawingReader {

    private static final Set<String> NOTES =
            Set.of("textAnnotation", "dataObject", "dataObjectReference", "dataStoreReference");

    private final XmlElement root;
    private final Ids ids;
    private final Map<String, String> categoryValues = new HashMap<>();
    private final List<ProcessReader> processes = new ArrayList<>();
    private final List<DrawnPool> pools = new ArrayList<>();
    private final List<DrawnGroup> groups = new ArrayList<>();
    private final List<DrawnNote> notes = new ArrayList<>();

    DrawingReader(XmlElement root) {
        this.root = root;
        this.ids = new Ids(root);
    }

    boolean madeIds() {
        return ids.haveBeenMade();
    }

    Drawing.Content read() {
        count(root, 0);
        List<XmlElement> definitions = root.is("definitions")
                ? root.children().filter(XmlElement::isBpmn).toList()
                : List.of();
        definitions.stream().filter(child -> child.name().equals("category")).forEach(this::category);
        EventDefinitions events = new EventDefinitions(definitions, ids);
        for (XmlElement child : definitions) {
            switch (child.name()) {
                case "process" -> process(child, events);
                case "collaboration" -> collaboration(child);
                default -> {}
            }
        }
        bringFlowsHome();
        return new Drawing.Content(
                Names.folded(root.attribute("name")),
                processes.stream().map(ProcessReader::process).toList(),
                List.copyOf(pools),
                List.copyOf(groups),
                List.copyOf(notes),
                Shapes.of(root, ids),
                List.copyOf(ids.findings()));
    }

    private int count(XmlElement element, int known) {
        int size = known;
        if (element.isBpmn() && (Names.FLOW_NODES.contains(element.name()) || element.is("sequenceFlow"))) {
            size++;
        }
        if (size > Limits.NODES_AND_FLOWS) {
            throw new BpmnProblem(
                    "too-large", "The file draws more than " + Limits.NODES_AND_FLOWS + " nodes and flows.", element);
        }
        for (XmlPart part : element.parts()) {
            size = part instanceof XmlElement inner ? count(inner, size) : size;
        }
        return size;
    }

    private void process(XmlElement xml, EventDefinitions events) {
        ProcessReader process = new ProcessReader(xml, ids, events, this::artefact);
        process.read();
        processes.add(process);
    }

    /** N-misplaced-flow: one that is written in another process than its two nodes, which share one, belongs to theirs. */
    private void bringFlowsHome() {
        Map<String, ProcessReader> homes = new HashMap<>();
        processes.forEach(process -> process.nodes().forEach(node -> homes.putIfAbsent(node.id(), process)));
        for (ProcessReader process : processes) {
            process.flows().removeIf(flow -> {
                ProcessReader home = homes.get(flow.source());
                if (home == null || home == process || home != homes.get(flow.target())) {
                    return false;
                }
                return home.flows().add(flow);
            });
        }
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
                            ids.of(child),
                            Names.folded(child.attribute("name")),
                            ids.reference(child.attribute("processRef")),
                            DataReader.of(child).values().text(DrawnPool.CLOSED_PROCESS),
                            child));
                case "messageFlow" ->
                    notes.add(new DrawnNote(
                            ids.of(child),
                            "messageFlow",
                            Names.folded(child.attribute("name")),
                            ids.reference(child.attribute("sourceRef")),
                            ids.reference(child.attribute("targetRef"))));
                default -> artefact(child);
            }
        });
    }

    private void artefact(XmlElement child) {
        if (child.name().equals("group")) {
            String value = ids.reference(child.attribute("categoryValueRef"));
            String title = value == null ? null : categoryValues.get(value);
            groups.add(new DrawnGroup(ids.of(child), value, title, DataReader.of(child)));
        } else if (NOTES.contains(child.name())) {
            String text = child.name().equals("textAnnotation")
                    ? child.children("text").findFirst().map(XmlElement::text).orElse(null)
                    : child.attribute("name");
            notes.add(new DrawnNote(ids.of(child), child.name(), Names.folded(text), null, null));
        }
    }
}
