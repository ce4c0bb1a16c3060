package io.processflow.server.model;

import java.util.Map;

/**
 * A draft as it would run were it published now. It has no version: that is 0 here, and ids of elements are the places in
 * the graph, counted from 1.
 *
 * @param revision the draft's revision that was compiled
 * @param roleNames what the roles are called whose steps there are
 */
public record DraftGraph(long revision, CompiledVersion graph, Map<Long, String> roleNames) {

    public DraftGraph {
        roleNames = Map.copyOf(roleNames);
    }
}
