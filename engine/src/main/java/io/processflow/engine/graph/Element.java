package io.processflow.engine.graph;

import io.processflow.engine.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of the executable graph as it is stored: a row of {@code flow_element} with its successor row. The
 * compiler makes it, {@link GraphBuilder} turns a list of them into a {@link ProcessGraph}.
 *
 * @param madeBy the code of the compiler's rule that made it; null when it was drawn
 * @param data the node's options, see {@link NodeData} for their names; complete also for made elements
 * @param challenge the challenge region it lies in, if any
 * @param inputs for a join: the two different elements its tokens come from, in the order of its inputs; else empty
 * @param successors in the order of the successor row's columns: one for a start, an activity, an info, a gamification
 *     event or a join; two for a gateway (true, false) or a split; none for an end or a challenge. A null stands for a
 *     way that is missing: a token that would take it is an incident ("no branch matched")
 */
public record Element(
        ElementKey key,
        @Nullable String madeBy,
        NodeType type,
        Map<String, Value> data,
        @Nullable ElementKey challenge,
        List<ElementKey> inputs,
        List<@Nullable Successor> successors) {}
