package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that is not answered yet, as the team sees it.
 *
 * @param invitedBy the inviter's username
 * @param expiresAt seven days after it was made; after that it can be made anew
 */
public record Invitation(
        @Schema(example = "12") long id,
        @Schema(example = "ben@example.org") String email,
        @Schema(example = "7") @Nullable Long roleId,
        @Schema(example = "Warehouse") @Nullable String roleName,
        @Schema(example = "ana") String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
