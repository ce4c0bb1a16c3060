package io.processflow.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts all processes but one out of a file; their pools stay, closed, and so do the message flows to them. */
final class ProcessCut {

    private static final Set<String> ENDS = Set.of("sourceRef", "targetRef");

    private final Drawing drawing;
    private final String kept;
    /** What is gone, each with the pool that stands for it; null when it had none. */
    private final Map<String, @Nullable String> gone = new HashMap<>();

    ProcessCut(Drawing drawing, String kept) {
        this.drawing = drawing;
        this.kept = kept;
    }

    void cut() {
        XmlElement root = drawing.root();
        bringFlowsHome();
        for (DrawnProcess process : drawing.processes()) {
            if (!process.id().equals(kept)) {
                String pool = drawing.poolOf(process.id()).map(DrawnPool::id).orElse(null);
                markGone(process.xml(), pool);
                root.parts().remove(process.xml());
            }
        }
        for (DrawnPool pool : drawing.pools()) {
            if (pool.process() != null && !pool.process().equals(kept)) {
                close(pool, pool.process());
            }
        }
        root.children("collaboration").toList().forEach(this::collaboration);
        root.children()
                .filter(child -> child.name().equals("BPMNDiagram"))
                .toList()
                .forEach(this::diagram);
    }

    /** What was drawn in it is remembered: a message to it was one between two processes of the file. */
    private void close(DrawnPool pool, String process) {
        pool.xml().remove("processRef");
        boolean isDrawn = drawing.processes().stream()
                .anyMatch(other -> other.id().equals(process) && !other.nodes().isEmpty());
        if (isDrawn) {
            DataWriter.put(pool.xml(), DrawnPool.CLOSED_PROCESS, process);
        }
    }

    /** Flows that are written in another process than the one they belong to go where they belong. */
    private void bringFlowsHome() {
        for (DrawnProcess home : drawing.processes()) {
            for (DrawnFlow flow : home.flowsWrittenElsewhere()) {
                drawing.processes().forEach(other -> remove(other.xml(), flow.xml()));
                home.xml().parts().add(flow.xml());
            }
        }
    }

    private static boolean remove(XmlElement from, XmlElement flow) {
        return from.parts().remove(flow)
                || from.children()
                        .filter(child -> Names.SUB_PROCESSES.contains(child.name()))
                        .anyMatch(child -> remove(child, flow));
    }

    private void markGone(XmlElement element, @Nullable String pool) {
        String id = element.attribute("id");
        if (id != null) {
            gone.put(id, pool);
        }
        element.children().filter(XmlElement::isBpmn).forEach(child -> markGone(child, pool));
    }

    private void collaboration(XmlElement collaboration) {
        Set<XmlElement> loose = new HashSet<>();
        collaboration.children().filter(XmlElement::isBpmn).forEach(child -> {
            for (String end : ENDS) {
                String node = end(child, end);
                if (node == null) {
                    continue;
                }
                String pool = gone.get(node);
                if (child.name().equals("messageFlow") && pool != null) {
                    child.set(end, pool);
                } else {
                    loose.add(child);
                }
            }
        });
        loose.forEach(child -> markGone(child, null));
        collaboration.parts().removeIf(loose::contains);
    }

    /** The end of a connection in the collaboration, if what it refers to is gone. */
    private @Nullable String end(XmlElement connection, String attribute) {
        String written = connection.attribute(attribute);
        return written == null ? null : goneId(written);
    }

    private @Nullable String goneId(String written) {
        if (gone.containsKey(written)) {
            return written;
        }
        String local = written.substring(written.indexOf(':') + 1);
        return gone.containsKey(local) ? local : null;
    }

    private void diagram(XmlElement diagram) {
        diagram.children()
                .filter(child -> child.name().equals("BPMNPlane"))
                .toList()
                .forEach(plane -> {
                    plane.parts().removeIf(part -> part instanceof XmlElement shape && showsGone(shape));
                    boolean empty = plane.children().noneMatch(shape -> shape.attribute("bpmnElement") != null);
                    if (showsGone(plane) && empty) {
                        drawing.root().parts().remove(diagram);
                    } else if (showsGone(plane)) {
                        plane.set("bpmnElement", kept);
                    }
                });
    }

    private boolean showsGone(XmlElement shape) {
        String element = shape.attribute("bpmnElement");
        return element != null && goneId(element) != null;
    }
}
