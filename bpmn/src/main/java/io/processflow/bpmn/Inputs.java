package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables a start declares. */
final class Inputs {

    private static final String MEMBER = NodeData.INPUT_VARIABLES.substring(NodeData.INPUT_VARIABLES.indexOf('.') + 1);

    private Inputs() {}

    static void declare(Map<String, Value> data, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (String name : names) {
            outputs.put(MEMBER + "-" + outputs.size(), Value.text(name));
        }
        data.keySet().removeIf(key -> key.startsWith(NodeData.INPUT_VARIABLES));
        data.put("outputs", new Value.Fields(outputs));
    }
}
