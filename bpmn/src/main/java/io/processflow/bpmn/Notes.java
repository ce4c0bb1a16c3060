package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is drawn without effect: pools, messages, annotations, data, frames of other kinds. */
final class Notes {

    private final Net net;
    private final Drawing drawing;
    private final DrawnProcess process;
    private final Map<String, String> names = new HashMap<>();
    /** Ids of what belongs to the process: its nodes and its pool. */
    private final Set<String> own = new HashSet<>();
    /** Ids of what belongs to the other processes of the file it was drawn in. */
    private final Set<String> others = new HashSet<>();

    private Notes(Net net, Drawing drawing, DrawnProcess process) {
        this.net = net;
        this.drawing = drawing;
        this.process = process;
        for (DrawnProcess drawn : drawing.processes()) {
            for (DrawnNode node : drawn.nodes()) {
                names.put(node.id(), node.label());
                (drawn == process ? own : others).add(node.id());
            }
        }
        drawing.pools().forEach(this::pool);
    }

    static void note(Net net, Drawing drawing, DrawnProcess process, Challenges challenges) {
        Notes notes = new Notes(net, drawing, process);
        notes.notes();
        notes.groups(challenges);
    }

    private void pool(DrawnPool pool) {
        names.put(pool.id(), pool.name() == null ? "pool" : pool.name());
        if (process.id().equals(pool.process())) {
            own.add(pool.id());
        } else if (pool.closedProcess() != null) {
            others.add(pool.id());
        }
    }

    private void notes() {
        drawing.poolOf(process.id())
                .filter(pool -> pool.name() != null)
                .ifPresent(pool -> net.find(N_POOL, pool.id(), "name", String.valueOf(pool.name())));
        for (DrawnNote note : drawing.notes()) {
            if (note.kind().equals("messageFlow")) {
                FindingCode code = isBetweenProcesses(note) ? S_MESSAGE : N_MESSAGE_NOTE;
                net.find(code, note.id(), "from", name(note.from()), "to", name(note.to()));
            } else {
                String kind = Names.inWords(note.kind());
                net.find(N_ARTEFACTS, note.id(), "kind", kind, "name", note.name() == null ? kind : note.name());
            }
        }
    }

    private boolean isBetweenProcesses(DrawnNote message) {
        return own.contains(message.from()) && others.contains(message.to())
                || others.contains(message.from()) && own.contains(message.to());
    }

    private void groups(Challenges challenges) {
        for (DrawnGroup group : drawing.groups()) {
            if (!challenges.isChallenge(group)) {
                String name = group.title() == null ? "group" : group.title();
                net.find(N_ARTEFACTS, group.id(), "kind", "group", "name", name);
            }
        }
    }

    private String name(@Nullable String id) {
        return id == null ? "?" : names.getOrDefault(id, id);
    }
}
