package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list of a team's members.
 *
 * @param email only for readers with the page Team
 */
public record TeamMember(
        UUID userId,
        @Schema(example = "ben") String username,
        @Schema(example = "Ben Berg") @Nullable String name,
        @Schema(example = "ben@example.org") @Nullable String email,
        boolean owner,
        Instant joinedAt,
        List<RoleTag> roles) {

    TeamMember withoutEmail() {
        return new TeamMember(userId, username, name, null, owner, joinedAt, roles);
    }
}
