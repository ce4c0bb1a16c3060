package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a draft of each process of an imported file. */
public final class ProcessDrafts {

    private ProcessDrafts() {}

    /**
     * One draft for each process with at least one flow node. The only one of a file keeps the file as it came. Of
     * several, each keeps its process, its pool and where everything is drawn; the others become closed pools with
     * their message flows. What our data says is written in standard BPMN as well, where it was not.
     *
     * @param fallbackName of a process that neither itself nor its pool nor the file names
     */
    public static List<ProcessDraft> split(byte[] xml, Drawing drawing, @Nullable String fallbackName) {
        List<DrawnProcess> processes = drawing.processes().stream()
                .filter(process -> !process.nodes().isEmpty())
                .toList();
        List<ProcessDraft> drafts = new ArrayList<>();
        for (DrawnProcess process : processes) {
            String name = name(drawing, process, fallbackName);
            if (processes.size() == 1) {
                drafts.add(new ProcessDraft(
                        name, process.id(), StandardForm.of(xml, drawing, process.id()), drawing.findings()));
            } else {
                drafts.add(one(xml, drawing, process, name, processes.size()));
            }
        }
        return List.copyOf(drafts);
    }

    private static ProcessDraft one(byte[] xml, Drawing drawing, DrawnProcess process, String name, int count) {
        // A tree of its own for each draft: what is cut from one stays in the others.
        Drawing copy = BpmnReader.readDraft(xml);
        new ProcessCut(copy, process.id()).cut();
        StandardForm.write(copy, process.id());
        List<Finding> findings = new ArrayList<>(drawing.findings());
        findings.addAll(broughtHome(process));
        findings.add(Finding.of(
                FindingCode.N_SEVERAL_PROCESSES, process.id(), "name", name, "count", String.valueOf(count)));
        return new ProcessDraft(name, process.id(), XmlWriter.write(copy.document()), List.copyOf(findings));
    }

    /** The flows that were written in another process. */
    private static List<Finding> broughtHome(DrawnProcess process) {
        Levels levels = new Levels(process);
        List<Finding> findings = new ArrayList<>();
        for (DrawnFlow flow : process.flowsWrittenElsewhere()) {
            DrawnNode source = levels.node(flow.source());
            DrawnNode target = levels.node(flow.target());
            if (source != null && target != null) {
                findings.add(Finding.of(
                        FindingCode.N_MISPLACED_FLOW, flow.id(), "from", source.label(), "to", target.label()));
            }
        }
        return findings;
    }

    private static String name(Drawing drawing, DrawnProcess process, @Nullable String fallbackName) {
        Optional<String> pool = drawing.poolOf(process.id()).map(DrawnPool::name);
        return Stream.of(
                        pool,
                        Optional.ofNullable(process.name()),
                        Optional.ofNullable(drawing.name()),
                        Optional.ofNullable(Names.folded(fallbackName)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(process.id());
    }
}
