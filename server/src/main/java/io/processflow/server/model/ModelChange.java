package io.processflow.server.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a model; null stays as it is.
 *
 * @param publishedVersion the version new starts use; empty: none
 */
public record ModelChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable Optional<Integer> publishedVersion,
        @Nullable List<Long> startableBy) {}
