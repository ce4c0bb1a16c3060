package io.processflow.server.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version as the list of versions shows it.
 *
 * @param name what people call it; null: only its number
 * @param publishedBy a username
 * @param runningInstances how many instances on it are not over
 */
public record PublishedVersion(
        int version,
        @Nullable String name,
        @Nullable String note,
        String publishedBy,
        Instant publishedAt,
        long runningInstances) {}
