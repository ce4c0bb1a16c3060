package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody changes of a team; what is null stays as it is. */
public record TeamChange(
        @Schema(minLength = 3, maxLength = 80, example = "Demo Shop") @Nullable
        String name,

        @Nullable ColorScheme colorScheme,

        @Schema(description = "Visit n of a node in one instance pays an n-th of its points, rounded down") @Nullable
        Boolean loopDamping,

        @Schema(
                description = "Who started an instance is paid only once somebody else has completed a step of it; in a"
                        + " team of one nobody waits")
        @Nullable
        Boolean selfStart) {}
