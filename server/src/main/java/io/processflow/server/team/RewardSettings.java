package io.processflow.server.team;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a team has set for its rewards.
 *
 * @param loopDamping visit n of a node in one instance pays an n-th of its points
 * @param selfStart who started an instance is paid only once somebody else has completed a step of it
 */
public record RewardSettings(boolean loopDamping, boolean selfStart) {

    /** What a new team has. */
    public static final RewardSettings USUAL = new RewardSettings(false, true);

    private static final String NAME = "reward_settings";

    /** A column for a query that meets a team's id, which is how it is named there; {@link #of} reads it. */
    public static String column(String teamId) {
        return "(select t.loop_damping::int + 2 * t.self_start::int from team t where t.id = %s) as %s"
                .formatted(teamId, NAME);
    }

    public static RewardSettings of(ResultSet row) throws SQLException {
        int settings = row.getInt(NAME);
        return new RewardSettings((settings & 1) != 0, (settings & 2) != 0);
    }
}
