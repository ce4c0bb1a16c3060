package io.processflow.server.shop;

import org.jspecify.annotations.Nullable;

/**
 * A kind of activity in its newest version.
 *
 * @param version counts from 1; a change makes the next one
 * @param teamId the team it belongs to; null when it is built in
 */
public record NodeDefinition(
        long id,
        Definition definition,
        boolean builtIn,
        int version,
        @Nullable Long teamId,
        Visibility visibility) {

    /** Who may see a definition: every team, or its own. */
    public enum Visibility {
        Public,
        Team
    }
}
