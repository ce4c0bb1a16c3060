package io.processflow.engine.soundness;

import java.util.List;

/**
 * What exploring a graph has shown.
 *
 * @param states how many states were explored
 */
public record Verdict(Kind kind, List<Flaw> flaws, int states) {

    public enum Kind {
        SOUND,
        UNSOUND,
        /** The bound was reached and nothing wrong found until then: never to be read as sound. */
        UNDECIDED
    }

    public Verdict {
        flaws = List.copyOf(flaws);
    }

    /**
     * Something that goes wrong in some run.
     *
     * @param node where it shows
     * @param run the nodes that tokens pass, in order, in the shortest run that shows it; empty for a dead node
     */
    public record Flaw(FlawKind kind, int node, List<Integer> run) {}

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
