package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;

/** A role as it is shown beside a person or a task. */
public record RoleTag(
        @Schema(example = "7") long id,
        @Schema(example = "Warehouse") String name,
        @Schema(example = "#2F9E6E") String color) {}
