package io.processflow.server.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A process instance in a list; {@code startedBy} is a user name, null when a program started it. */
public record InstanceSummary(
        long id,
        long processModelId,
        String processModelName,
        long teamId,
        int version,
        String status,
        @Nullable String statusMessage,
        @Nullable String startedBy,
        Instant createdAt,
        @Nullable Instant completedAt) {}
