package io.processflow.server.model;

import io.processflow.engine.graph.NodeData;
import io.processflow.server.shop.Definition;
import java.util.Optional;

/** Where a node is done: its own address, else its definition's. */
final class NodeAddress {

    /** The member of a node's data that overrides its definition's address. */
    static final String OVERRIDE = "executionUrl";

    private NodeAddress() {}

    static Optional<String> of(NodeData data, Optional<Definition> definition) {
        String own = data.text(OVERRIDE);
        return own != null ? Optional.of(own.strip()) : definition.map(Definition::executionUrl);
    }
}
