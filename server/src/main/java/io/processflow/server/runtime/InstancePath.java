package io.processflow.server.runtime;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Successor;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.runtime.InstanceViewStore.VisitRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The drawn flows and dissolved nodes that tokens passed, from the visits' traces. */
final class InstancePath {

    private InstancePath() {}

    static List<String> of(CompiledVersion version, List<VisitRow> visits) {
        Map<Integer, Element> byNumber = new HashMap<>();
        List<String> path = new ArrayList<>();
        for (VisitRow visit : visits) {
            int node = version.graph().indexOf(visit.element());
            if (node == Node.NONE) {
                // Passed before the instance was moved to this version, which has no such element.
                continue;
            }
            Element here = version.node(node).element();
            byNumber.put(visit.view().number(), here);
            for (int number : visit.previous()) {
                Element before = byNumber.get(number);
                if (before != null) {
                    path.addAll(between(before, here));
                }
            }
        }
        return path;
    }

    /** The drawn flows and dissolved nodes of the way from one element to the next. */
    static List<String> between(Element before, Element here) {
        for (Successor way : before.successors()) {
            if (way != null && way.to().equals(here.key())) {
                return way.drawn();
            }
        }
        // A retry follows the failed visit of the same node: no way was passed.
        return List.of();
    }
}
