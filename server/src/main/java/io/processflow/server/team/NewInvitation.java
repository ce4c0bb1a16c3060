package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation just made.
 *
 * @param link holds the token of the invitation and is shown this once; whoever has it may accept
 */
public record NewInvitation(
        @Schema(example = "12") long id,
        @Schema(example = "ben@example.org") String email,
        @Schema(example = "7") @Nullable Long roleId,
        @Schema(example = "Warehouse") @Nullable String roleName,
        @Schema(example = "ana") String invitedBy,
        Instant createdAt,
        Instant expiresAt,

        @Schema(example = "https://processflow.example.org/invitations/12?token=…")
        String link) {

    static NewInvitation of(Invitation made, String link) {
        return new NewInvitation(
                made.id(),
                made.email(),
                made.roleId(),
                made.roleName(),
                made.invitedBy(),
                made.createdAt(),
                made.expiresAt(),
                link);
    }
}
