package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is drawn without effect: pools, messages, annotations, data, frames of other kinds. */
final class Notes {

    private Notes() {}

    static void note(Net net, Drawing drawing, DrawnProcess process, Challenges challenges) {
        drawing.poolOf(process.id())
                .filter(pool -> pool.name() != null)
                .ifPresent(pool -> net.find(N_POOL, pool.id(), "name", String.valueOf(pool.name())));
        Map<String, String> names = names(drawing);
        for (DrawnNote note : drawing.notes()) {
            if (note.kind().equals("messageFlow")) {
                net.find(N_MESSAGE_NOTE, note.id(), "from", name(names, note.from()), "to", name(names, note.to()));
            } else {
                String kind = Names.inWords(note.kind());
                net.find(N_ARTEFACTS, note.id(), "kind", kind, "name", note.name() == null ? kind : note.name());
            }
        }
        for (DrawnGroup group : drawing.groups()) {
            if (!challenges.isChallenge(group)) {
                net.find(
                        N_ARTEFACTS,
                        group.id(),
                        "kind",
                        "group",
                        "name",
                        group.title() == null ? "group" : group.title());
            }
        }
    }

    private static Map<String, String> names(Drawing drawing) {
        Map<String, String> names = new HashMap<>();
        drawing.pools().forEach(pool -> names.put(pool.id(), pool.name() == null ? "pool" : pool.name()));
        drawing.processes().forEach(process -> process.nodes().forEach(node -> names.put(node.id(), node.label())));
        return names;
    }

    private static String name(Map<String, String> names, @Nullable String id) {
        return id == null ? "?" : names.getOrDefault(id, id);
    }
}
