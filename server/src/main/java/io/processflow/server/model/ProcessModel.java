package io.processflow.server.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process model as lists and pages show it; its drawing is read on its own.
 *
 * @param publishedVersion the version new starts use; null when it can not be started
 * @param latestVersion the newest version; null when it was never published
 * @param startableBy ids of the roles whose members may start it from the worklist
 * @param createdBy a username
 * @param updatedBy a username
 * @param hasDraftChanges whether publishing the draft would make a version that differs from the newest
 * @param runningInstances how many of its instances are not over
 */
public record ProcessModel(
        long id,
        long teamId,
        String name,
        String description,
        long draftRevision,
        @Nullable Integer publishedVersion,
        @Nullable Integer latestVersion,
        List<Long> startableBy,
        String createdBy,
        String updatedBy,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        boolean hasDraftChanges,
        long runningInstances) {}
