package io.processflow.engine.soundness;

import java.util.List;

/**
 * What exploring a graph has shown.
 *
 * @param notices what is no flaw, but worth a look; about branches that run at once only when everything was explored
 * @param states how many states were explored
 */
public record Verdict(Kind kind, List<Flaw> flaws, List<Notice> notices, int states) {

    public enum Kind {
        SOUND,
        UNSOUND,
        /** The bound was reached and nothing wrong found until then: never to be read as sound. */
        UNDECIDED
    }

    public Verdict {
        flaws = List.copyOf(flaws);
        notices = List.copyOf(notices);
    }

    /**
     * Something that goes wrong in some run.
     *
     * @param node where it shows
     * @param run the nodes that tokens pass, in order, in the shortest run that shows it; empty for a dead node
     */
    public record Flaw(FlawKind kind, int node, List<Integer> run) {}

    /**
     * Something that may not be meant so, though every run comes to its end.
     *
     * @param other for a write conflict the second node; else {@link io.processflow.engine.graph.Node#NONE}
     * @param variables the names it is about
     * @param run the nodes that tokens pass, in order, in a run that shows it
     */
    public record Notice(NoticeKind kind, int node, int other, List<String> variables, List<Integer> run) {
        public Notice {
            variables = List.copyOf(variables);
            run = List.copyOf(run);
        }
    }

    public enum NoticeKind {
        /** Two branches that run at once lead into one end. */
        SHARED_END,
        /** Two steps that can be open at once write one variable: the later answer wins. */
        WRITE_CONFLICT,
        /** A choice compares a variable that nobody may have written yet. */
        UNSET_VARIABLE
    }

    public enum FlawKind {
        /** Two tokens can stand in one place: what follows runs twice. */
        LACK_OF_SYNCHRONISATION,
        /** A token waits for what can not come. */
        DEADLOCK,
        /** No run reaches the node. */
        DEAD_NODE,
        /** The instance can always move, but never complete. */
        LIVELOCK
    }
}
