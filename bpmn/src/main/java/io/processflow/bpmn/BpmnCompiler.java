package io.processflow.bpmn;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.NodeData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles a drawing to the elements the engine runs. The drawing stays as it is; every rule that fired, and everything
 * that can not run, is in the findings. The same drawing in the same context always gives the same answer.
 */
public final class BpmnCompiler {

    private final Drawing drawing;
    private final DrawnProcess process;
    private final CompileContext context;

    private BpmnCompiler(Drawing drawing, DrawnProcess process, CompileContext context) {
        this.drawing = drawing;
        this.process = process;
        this.context = context;
    }

    /** Compiles the first process in which something is drawn; a second one is an error. */
    public static Compilation compile(Drawing draft, CompileContext context) {
        List<DrawnProcess> drawn = draft.processes().stream()
                .filter(process -> !process.nodes().isEmpty())
                .toList();
        if (drawn.isEmpty()) {
            List<Finding> findings = new ArrayList<>(draft.findings());
            findings.add(Finding.of(FindingCode.NO_PROCESS, null));
            return new Compilation(List.of(), List.copyOf(findings), List.of(), List.of(), draft.shapes());
        }
        BpmnCompiler compiler = new BpmnCompiler(draft, drawn.getFirst(), context);
        return compiler.compile(drawn.subList(1, drawn.size()));
    }

    private Compilation compile(List<DrawnProcess> others) {
        Levels levels = new Levels(process);
        Net net = NetBuilder.whole(levels, Inlining.of(levels, this::applyRules));
        net.findings.addAll(drawing.findings());
        for (DrawnProcess other : others) {
            String name = other.name() == null ? other.id() : other.name();
            net.find(FindingCode.SEVERAL_PROCESSES, other.id(), "name", name);
        }
        if (process.dataProblem() != null) {
            String name = process.name() == null ? "process" : process.name();
            net.find(FindingCode.BAD_DATA, process.id(), "name", name, "reason", process.dataProblem());
        }
        String called = process.name() == null ? "process" : process.name();
        ForeignSettings.note(net, process.xml(), process.id(), called);
        applyRules(net);
        StructureChecks structure = new StructureChecks(net);
        structure.circles(process);
        structure.check();
        Activities activities = new Activities(net, context);
        Roles roles = new Roles(net, process, context);
        activities.complete(roles);
        activities.others();
        Challenges challenges = new Challenges(drawing);
        List<Element> elements =
                new ArrayList<>(ElementMaker.elements(net, roles::ofDecision, challenges.members(process)));
        elements.addAll(challenges.elements(net));
        Notes.note(net, drawing, process, challenges);
        return new Compilation(
                List.copyOf(elements), sorted(net.findings), roles.proposed(), inputs(net), drawing.shapes());
    }

    private void applyRules(Net net) {
        Rules.apply(net, new Activities(net, context)::isAutomatic);
    }

    private static List<String> inputs(Net net) {
        return net.ofKind(Knot.Kind.START).stream()
                .flatMap(start -> new NodeData(start.data).numbered(NodeData.INPUT_VARIABLES).stream())
                .distinct()
                .toList();
    }

    /** In the order of the file; what is about the whole drawing comes first. */
    private List<Finding> sorted(List<Finding> findings) {
        Map<String, Integer> places = new HashMap<>();
        place(drawing.root(), places);
        Set<Finding> seen = new HashSet<>();
        return findings.stream()
                .filter(seen::add)
                .sorted(Comparator.comparingInt((Finding finding) ->
                        finding.elementId() == null ? -1 : places.getOrDefault(finding.elementId(), places.size())))
                .toList();
    }

    private static void place(XmlElement element, Map<String, Integer> places) {
        String id = element.isBpmn() ? element.attribute("id") : null;
        if (id != null) {
            places.putIfAbsent(id, places.size());
        }
        element.children().forEach(child -> place(child, places));
    }
}
