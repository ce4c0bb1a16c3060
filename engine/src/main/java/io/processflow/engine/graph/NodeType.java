package io.processflow.engine.graph;

/** The nine kinds of nodes, in the spelling of the database's enum {@code node_type}. */
public enum NodeType {
    startNode,
    endNode,
    activityNode,
    gatewayNode,
    andSplitNode,
    andJoinNode,
    challengeNode,
    infoNode,
    gamificationEventNode
}
