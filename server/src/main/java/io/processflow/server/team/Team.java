package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team as one member sees it.
 *
 * @param createdBy the creator's username
 * @param owner whether the reader holds the role {@code owner}
 * @param pages what the reader's roles open
 * @param roles the reader's own roles
 * @param openTasks how many tasks wait for the reader's roles
 * @param loopDamping visit n of a node in one instance pays an n-th of its points
 * @param selfStart who started an instance is paid only once somebody else has completed a step of it
 * @param archivedAt set while the team can still be restored
 */
public record Team(
        @Schema(example = "3") long id,
        @Schema(example = "Demo Shop") String name,
        ColorScheme colorScheme,
        @Schema(example = "ana") String createdBy,
        boolean owner,
        List<TeamPage> pages,
        List<RoleTag> roles,
        @Schema(example = "4") long openTasks,
        boolean loopDamping,
        boolean selfStart,
        Instant createdAt,
        @Nullable Instant archivedAt) {}
