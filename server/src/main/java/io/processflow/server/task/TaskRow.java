package io.processflow.server.task;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import io.processflow.server.task.Task.Claim;
import io.processflow.server.task.Task.Prize;
import io.processflow.server.task.Task.TaskRole;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step for people as it is stored.
 *
 * @param elementData the element's options as they were drawn
 * @param replaced the options that held placeholders, replaced when the step was reached
 */
record TaskRow(
        long id,
        int number,
        long instanceId,
        String instanceStatus,
        @Nullable String instanceTitle,
        long modelId,
        String modelName,
        long teamId,
        String bpmnId,
        String status,
        @Nullable String title,
        @Nullable TaskRole role,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Claim claim,
        @Nullable UUID completedBy,
        @Nullable String completedByName,
        @Nullable Instant completedAt,
        @Nullable String executionUrl,
        Map<String, Value> elementData,
        Map<String, Value> replaced) {

    /** The options with placeholders replaced. */
    NodeData data() {
        return data(elementData, replaced);
    }

    static NodeData data(Map<String, Value> elementData, Map<String, Value> replaced) {
        if (replaced.isEmpty()) {
            return new NodeData(elementData);
        }
        Map<String, Value> all = new LinkedHashMap<>(elementData);
        all.putAll(replaced);
        return new NodeData(all);
    }

    TaskForm form() {
        return TaskForm.of(data(), executionUrl);
    }

    Task shown() {
        NodeData data = data();
        String name = title != null ? title : data.text(NodeData.TASK);
        return new Task(
                id,
                name == null ? bpmnId : name,
                data.text(NodeData.DESCRIPTION),
                instanceId,
                instanceTitle,
                modelId,
                modelName,
                teamId,
                bpmnId,
                status,
                role,
                createdAt,
                dueAt,
                claim,
                prize(data),
                form());
    }

    static @Nullable Prize prize(NodeData data) {
        NodeData options = data.get(NodeData.GAMIFICATION_OPTIONS) instanceof Value.Fields(var fields)
                ? new NodeData(fields)
                : new NodeData(Map.of());
        return switch (data.text(NodeData.GAMIFICATION_TYPE)) {
            case "Points" -> {
                String kind = "Coins".equals(options.text("pointType")) ? "Coins" : "Experience";
                String method = options.text("pointsApplicationMethod");
                yield new Prize(
                        kind, method == null ? "incrementBy" : method, number(options.text("pointsForSuccess")), null);
            }
            case "Badges" -> new Prize("Badge", null, null, options.text("badgeType"));
            case null, default -> null;
        };
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }
}
