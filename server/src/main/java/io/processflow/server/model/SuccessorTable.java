package io.processflow.server.model;

import io.processflow.engine.graph.NodeType;
import java.util.List;
import java.util.Optional;

/** Which table and columns hold the successors of a kind of node. */
final class SuccessorTable {

    private static final List<String> ONE = List.of("next_flow_element_id");

    private SuccessorTable() {}

    static Optional<String> of(NodeType type) {
        return switch (type) {
            case startNode -> Optional.of("start_element");
            case endNode -> Optional.of("end_element");
            case activityNode, infoNode, gamificationEventNode -> Optional.of("activity_element");
            case gatewayNode -> Optional.of("gateway_element");
            case andSplitNode -> Optional.of("and_split_element");
            case andJoinNode -> Optional.of("and_join_element");
            case challengeNode -> Optional.empty();
        };
    }

    /** The columns of the ways out, in the order of an element's successors. */
    static List<String> ways(NodeType type) {
        return switch (type) {
            case startNode, activityNode, infoNode, gamificationEventNode, andJoinNode -> ONE;
            case gatewayNode -> List.of("next_flow_element_true_id", "next_flow_element_false_id");
            case andSplitNode -> List.of("next_flow_element_id_1", "next_flow_element_id_2");
            case endNode, challengeNode -> List.of();
        };
    }

    /** The columns of a join's inputs. */
    static List<String> inputs(NodeType type) {
        return type == NodeType.andJoinNode
                ? List.of("previous_flow_element_id_1", "previous_flow_element_id_2")
                : List.of();
    }
}
