package io.processflow.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a file that can not become a model; what is only half drawn is no reason. */
final class ImportChecks {

    private final Drawing drawing;
    /** The process and the scope of each flow node. */
    private final Map<String, Place> places = new HashMap<>();

    private final Set<String> ids = new HashSet<>();

    private record Place(String process, String scope) {}

    private ImportChecks(Drawing drawing) {
        this.drawing = drawing;
    }

    static void check(Drawing drawing) {
        new ImportChecks(drawing).check();
    }

    private void check() {
        XmlElement root = drawing.root();
        if (!root.is("definitions")) {
            throw new BpmnProblem("not-bpmn", "This is no BPMN 2.0 file: " + notDefinitions(root), root);
        }
        ids(root);
        if (drawing.processes().stream().allMatch(process -> process.nodes().isEmpty())) {
            throw new BpmnProblem("no-flow-node", "The file draws no process: there is no step in it.", null, null);
        }
        for (DrawnProcess process : drawing.processes()) {
            process.nodes().forEach(node -> places.put(node.id(), new Place(process.id(), node.scope())));
        }
        drawing.processes().forEach(this::process);
        references();
    }

    private static String notDefinitions(XmlElement root) {
        if (!root.name().equals("definitions")) {
            return "expected definitions, but found " + root.name() + ".";
        }
        String found = root.namespace().isEmpty() ? "none" : root.namespace();
        return "expected definitions in the namespace " + Names.BPMN + ", but found " + found + ".";
    }

    private void ids(XmlElement element) {
        String id = element.isBpmn() ? element.attribute("id") : null;
        if (id != null && id.length() > Limits.ID_LENGTH) {
            throw new BpmnProblem(
                    "id-too-long",
                    "An id is longer than " + Limits.ID_LENGTH + " characters" + line(element) + ".",
                    null,
                    element.line());
        }
        if (id != null && !ids.add(id)) {
            throw new BpmnProblem("duplicate-id", "Several elements have the id " + id + line(element) + ".", element);
        }
        element.children().forEach(this::ids);
    }

    private void process(DrawnProcess process) {
        for (DrawnNode node : process.nodes()) {
            exists(node.references().defaultFlow(), node.xml());
            exists(node.references().attachedTo(), node.xml());
        }
        for (DrawnLane lane : process.lanes()) {
            lane.nodes().forEach(member -> exists(member, process.xml()));
        }
        process.flows().forEach(this::flow);
        GatewayCycles.first(process).ifPresent(gateway -> {
            throw new BpmnProblem(
                    "gateway-cycle",
                    "“" + gateway.label() + "” is in a circle of gateways in which nothing is ever done.",
                    gateway.xml());
        });
    }

    private void flow(DrawnFlow flow) {
        exists(flow.source(), flow.xml());
        exists(flow.target(), flow.xml());
        Place source = flow.source() == null ? null : places.get(flow.source());
        Place target = flow.target() == null ? null : places.get(flow.target());
        if (source == null && flow.source() != null || target == null && flow.target() != null) {
            throw new BpmnProblem(
                    "dangling-reference", "The flow " + flow.id() + " does not connect two steps.", flow.xml());
        }
        if (source == null || target == null) {
            return;
        }
        if (!source.process().equals(target.process())) {
            throw new BpmnProblem(
                    "flow-between-processes", "The flow " + flow.id() + " connects two processes.", flow.xml());
        }
        if (!source.scope().equals(target.scope())) {
            throw new BpmnProblem(
                    "flow-across-border",
                    "The flow " + flow.id() + " crosses the border of a sub-process.",
                    flow.xml());
        }
    }

    private void references() {
        for (DrawnPool pool : drawing.pools()) {
            exists(pool.process(), pool.xml());
        }
        for (DrawnNote note : drawing.notes()) {
            exists(note.from(), drawing.root());
            exists(note.to(), drawing.root());
        }
    }

    private void exists(@Nullable String id, XmlElement at) {
        if (id != null && !ids.contains(id)) {
            throw new BpmnProblem(
                    "dangling-reference",
                    "Something refers to " + id + ", but nothing has this id" + line(at) + ".",
                    at.attribute("id"),
                    at.line());
        }
    }

    private static String line(XmlElement element) {
        return " (line " + element.line() + ")";
    }
}
