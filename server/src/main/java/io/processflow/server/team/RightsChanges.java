package io.processflow.server.team;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the team's row anew whenever somebody's rights in the team change, in the same transaction. Who remembers rights
 * compares the row's version ({@link RightsReader#teamVersion}) before anything is written that rests on them.
 */
final class RightsChanges {

    private RightsChanges() {}

    static void note(JdbcClient jdbc, long teamId) {
        jdbc.sql("update team set updated_at = now() where id = :team")
                .param("team", teamId)
                .update();
    }
}
