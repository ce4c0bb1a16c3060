package io.processflow.engine.graph;

import java.util.List;

/**
 * The way from one element to the next.
 *
 * @param to where a token goes
 * @param drawn ids of the drawn flows and dissolved nodes the way stands for, in the order they are passed
 */
public record Successor(ElementKey to, List<String> drawn) {

    public Successor {
        drawn = List.copyOf(drawn);
    }
}
