package io.processflow.server.task;

import org.jspecify.annotations.Nullable;

/**
 * Something a person earned.
 *
 * @param kind {@code Experience}, {@code Coins} or {@code Badge}
 * @param amount what changed the balance; null for a badge
 */
public record Earned(
        String kind,
        @Nullable String method,
        @Nullable Long amount,
        @Nullable String badge) {}
