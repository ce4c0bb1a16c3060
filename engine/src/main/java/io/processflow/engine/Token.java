package io.processflow.engine;

import io.processflow.engine.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A token on its way within one step.
 *
 * @param fromVisit the visit it comes from; 0 at the start of an instance
 * @param fromNode the node it comes from; {@link Node#NONE} at the start and after a retry
 */
record Token(int fromVisit, int fromNode, int to, @Nullable Acting acting) {}
