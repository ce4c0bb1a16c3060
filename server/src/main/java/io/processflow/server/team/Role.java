package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * A role of a team: which pages it opens, and the group a task may be assigned to.
 *
 * @param owner whether this is the role every team has, which opens everything and stays as it is
 */
public record Role(
        @Schema(example = "7") long id,
        @Schema(example = "Warehouse") String name,
        @Schema(example = "#2F9E6E") String color,
        Set<TeamPage> allowedPages,
        boolean owner,
        @Schema(example = "2") long memberCount) {

    /** The role that creating a team creates. */
    static final String OWNER = "owner";

    RoleTag tag() {
        return new RoleTag(id, name, color);
    }
}
