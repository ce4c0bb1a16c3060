package io.processflow.server.runtime;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process instance in a list.
 *
 * @param title what people call it, null when its version has no template for that
 * @param startedBy a user name, null when a program started it
 */
public record InstanceSummary(
        long id,
        long processModelId,
        String processModelName,
        @Schema(example = "Order 4711, Meier") @Nullable String title,
        long teamId,
        int version,
        String status,
        @Nullable String statusMessage,
        @Nullable String startedBy,
        Instant createdAt,
        @Nullable Instant completedAt) {}
