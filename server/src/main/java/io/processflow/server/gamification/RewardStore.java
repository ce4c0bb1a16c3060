package io.processflow.server.gamification;

import io.processflow.engine.Standing;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The ledger and the running totals. */
@Repository
class RewardStore {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    RewardStore(JdbcClient client, JdbcTemplate jdbc, JsonMapper json) {
        this.client = client;
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<UUID, Standing> lockedStandings(long teamId, Collection<UUID> people) {
        Map<UUID, Standing> standings = new HashMap<>();
        people.forEach(person -> standings.put(person, Standing.NOTHING_YET));
        client.sql("""
                        select profile_id, experience, coins, badges -> 'badges' as badges from statistics
                         where team_id = :team and profile_id = any(:people)
                         order by profile_id, team_id
                           for update""")
                .param("team", teamId)
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    standings.put(row.getObject("profile_id", UUID.class), standing(row));
                });
        return standings;
    }

    Optional<Standing> standing(long teamId, UUID person) {
        return client.sql("""
                        select experience, coins, badges -> 'badges' as badges from statistics
                         where team_id = :team and profile_id = :person""")
                .param("team", teamId)
                .param("person", person)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("experience"), row.getLong("coins"), new HashSet<>(Db.texts(row.getString("badges"))));
    }

    /** A row of nothing yet, for somebody who joined; one who returns finds what was there. */
    void open(long teamId, UUID person) {
        client.sql("""
                        insert into statistics (profile_id, team_id) values (:person, :team)
                        on conflict (team_id, profile_id) do nothing""").param("person", person).param("team", teamId).update();
    }

    void write(Grants grants) {
        ColumnArrays ledger =
                new ColumnArrays("uuid", "bigint", "bigint", "text", "text", "text", "bigint", "bigint", "text");
        grants.rows()
                .forEach(row -> ledger.add(
                        row.person(),
                        row.teamId(),
                        row.elementInstanceId(),
                        row.rule(),
                        row.kind(),
                        row.method(),
                        row.asked(),
                        row.applied(),
                        row.badge()));
        ledger.write(jdbc, """
                insert into reward (profile_id, team_id, flow_element_instance_id, rule, kind, method, amount_asked,
                       amount_applied, badge)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        writeTotals(grants.totals());
    }

    /**
     * Locks the rows in the order of (person, team), then adds. Not an upsert: it would check the added amount, which may be
     * below 0, as if it were the total.
     */
    private void writeTotals(Map<Grants.Account, Grants.Total> earned) {
        int added = totals(earned).write(jdbc, """
                with earned as (
                  select profile_id, team_id, experience, coins, badges::jsonb as badges
                    from unnest(?, ?, ?, ?, ?) as earned (profile_id, team_id, experience, coins, badges)),
                locked as (
                  select total.id, earned.*
                    from statistics total
                    join earned on earned.profile_id = total.profile_id and earned.team_id = total.team_id
                   order by total.profile_id, total.team_id
                     for update of total)
                update statistics total
                   set experience = total.experience + locked.experience,
                       coins = total.coins + locked.coins,
                       badges = jsonb_build_object('badges', (total.badges -> 'badges') || locked.badges),
                       updated_at = now()
                  from locked
                 where total.id = locked.id""");
        if (added < earned.size()) {
            insertMissingTotals(earned);
        }
    }

    /** Whoever has no row yet starts from nothing, so that what was applied can not be below 0. */
    private void insertMissingTotals(Map<Grants.Account, Grants.Total> earned) {
        totals(earned).write(jdbc, """
                insert into statistics as total (profile_id, team_id, experience, coins, badges)
                select profile_id, team_id, experience, coins, jsonb_build_object('badges', badges::jsonb)
                  from unnest(?, ?, ?, ?, ?) as earned (profile_id, team_id, experience, coins, badges)
                 where not exists (select from statistics known
                                    where known.team_id = earned.team_id and known.profile_id = earned.profile_id)
                 order by profile_id, team_id
                on conflict (team_id, profile_id) do update
                   set experience = total.experience + excluded.experience,
                       coins = total.coins + excluded.coins,
                       badges = jsonb_build_object(
                         'badges', (total.badges -> 'badges') || (excluded.badges -> 'badges')),
                       updated_at = now()""");
    }

    private ColumnArrays totals(Map<Grants.Account, Grants.Total> earned) {
        ColumnArrays totals = new ColumnArrays("uuid", "bigint", "bigint", "bigint", "text");
        earned.forEach((account, total) -> totals.add(
                account.person(),
                account.teamId(),
                total.experience,
                total.coins,
                json.writeValueAsString(total.badges)));
        return totals;
    }
}
