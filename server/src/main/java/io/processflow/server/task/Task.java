package io.processflow.server.task;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a person; its id is that of the open element instance.
 *
 * @param processInstanceTitle what people call the instance, null when its version has no template for that
 */
public record Task(
        long id,
        String name,
        @Nullable String description,
        long processInstanceId,
        @Schema(example = "Order 4711, Meier") @Nullable String processInstanceTitle,
        long processModelId,
        String processModelName,
        long teamId,
        String bpmnId,
        String status,
        @Nullable TaskRole role,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Claim claimedBy,
        @Nullable Prize reward,
        TaskForm form) {

    public record TaskRole(long id, String name, String color) {}

    public record Claim(UUID id, String username) {}

    /**
     * What completing it earns.
     *
     * @param kind {@code Experience}, {@code Coins} or {@code Badge}
     * @param amount as the model says it, null for a badge or when it hangs on a variable
     */
    public record Prize(
            String kind,
            @Nullable String method,
            @Nullable Long amount,
            @Nullable String badge) {}
}
