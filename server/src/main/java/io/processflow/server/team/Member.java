package io.processflow.server.team;

import io.processflow.server.platform.Rejection;
import java.util.Set;
import java.util.UUID;

/**
 * A person as a member of one team, with what the person's roles allow at this moment. Only {@link Access} makes one, so
 * whoever holds it has passed the check.
 */
public record Member(UUID userId, long teamId, Set<TeamPage> pages, Set<Long> roleIds, boolean owner) {

    public boolean may(TeamPage page) {
        return pages.contains(page);
    }

    /** @throws Rejection 403 {@code page-missing} when none of the member's roles opens the page */
    public Member require(TeamPage page) {
        if (!may(page)) {
            throw Rejection.forbidden(
                    "page-missing",
                    "This needs a role with the page " + page.label() + ". An owner of the team can give it.");
        }
        return this;
    }
}
