package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An invitation as the invited person sees it on the dashboard. */
public record MyInvitation(
        @Schema(example = "12") long id,
        @Schema(example = "3") long teamId,
        @Schema(example = "Demo Shop") String teamName,
        ColorScheme colorScheme,
        @Schema(example = "ana") String invitedBy,
        Instant expiresAt) {}
