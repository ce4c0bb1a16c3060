package io.processflow.server.gamification;

import io.processflow.engine.RewardPolicy;
import io.processflow.engine.Standing;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.Db;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.Standings.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The ledger and the running totals. */
@Repository
class RewardStore {

    private final JdbcClient client;
    private final JsonMapper json;

    RewardStore(JdbcClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    void lock(Set<Account> accounts, RoundTrip trip, BiConsumer<Account, Standing> found) {
        trip.query(
                """
                select total.profile_id, total.team_id, total.experience, total.coins, total.badges -> 'badges' as badges,
                       total.steps, total.models
                  from statistics total
                  join unnest(?, ?) as wanted (profile_id, team_id)
                    on wanted.profile_id = total.profile_id and wanted.team_id = total.team_id
                 order by total.profile_id, total.team_id
                   for update of total""",
                row -> found.accept(
                        new Account(row.getObject("profile_id", UUID.class), row.getLong("team_id")), standing(row)),
                accounts.stream().map(Account::person).toArray(UUID[]::new),
                accounts.stream().map(Account::teamId).toArray(Long[]::new));
    }

    Optional<Standing> standing(long teamId, UUID person) {
        return client.sql("""
                        select experience, coins, badges -> 'badges' as badges, steps, models from statistics
                         where team_id = :team and profile_id = :person""")
                .param("team", teamId)
                .param("person", person)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("experience"),
                row.getLong("coins"),
                new HashSet<>(Db.texts(row.getString("badges"))),
                row.getLong("steps"),
                Set.of((Long[]) row.getArray("models").getArray()));
    }

    /** A row of nothing yet, for somebody who joined; one who returns finds what was there. */
    void open(long teamId, UUID person) {
        client.sql("""
                        insert into statistics (profile_id, team_id) values (:person, :team)
                        on conflict (team_id, profile_id) do nothing""").param("person", person).param("team", teamId).update();
    }

    /** @param hasRow true only for who is known to have a row of totals, which nobody ever takes away */
    void write(Grants grants, Predicate<Account> hasRow, RoundTrip trip) {
        ColumnArrays ledger = new ColumnArrays(
                UUID.class,
                Long.class,
                Long.class,
                Integer.class,
                Long.class,
                String.class,
                String.class,
                String.class,
                Long.class,
                Long.class,
                String.class);
        grants.rows()
                .forEach(row -> ledger.add(
                        row.person(),
                        row.teamId(),
                        row.cause().instanceId(),
                        row.cause().visit(),
                        row.cause().id(),
                        row.rule(),
                        row.kind(),
                        row.method(),
                        row.asked(),
                        row.applied(),
                        row.badge()));
        ledger.writeIn(trip, """
                insert into reward (profile_id, team_id, flow_element_instance_id, rule, kind, method, amount_asked,
                       amount_applied, badge)
                select profile_id, team_id,
                       coalesce(cause, (select visit.id from flow_element_instance visit
                                         where visit.is_part_of = earned.instance and visit.number = earned.number)),
                       rule, kind, method, asked, applied, badge
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as earned (profile_id, team_id, instance, number, cause, rule, kind, method, asked, applied, badge)""");
        writeTotals(grants.totals(), hasRow, trip);
    }

    /**
     * Opens the rows of who has none yet, then adds, row after row in the order of (person, team), in which they are locked
     * everywhere: the limit keeps the planner from taking them in another. Not an upsert: it would check the added amount,
     * which may be below 0, as if it were the total.
     */
    private void writeTotals(Map<Account, Grants.Total> earned, Predicate<Account> hasRow, RoundTrip trip) {
        ColumnArrays accounts = new ColumnArrays(UUID.class, Long.class);
        ColumnArrays totals = new ColumnArrays(
                UUID.class, Long.class, Long.class, Long.class, String.class, Long.class, String.class);
        earned.forEach((account, total) -> {
            if (!hasRow.test(account)) {
                accounts.add(account.person(), account.teamId());
            }
            totals.add(
                    account.person(),
                    account.teamId(),
                    total.experience,
                    total.coins,
                    json.writeValueAsString(total.badges),
                    total.steps,
                    total.models.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        });
        accounts.writeIn(trip, """
                insert into statistics (profile_id, team_id)
                select profile_id, team_id from unnest(?, ?) as earned (profile_id, team_id)
                 where not exists (select from statistics known
                                    where known.team_id = earned.team_id and known.profile_id = earned.profile_id)
                 order by profile_id, team_id
                on conflict (team_id, profile_id) do nothing""");
        totals.writeIn(trip, """
                update statistics total
                   set experience = total.experience + earned.experience,
                       coins = total.coins + earned.coins,
                       badges = case when earned.badges = '[]' then total.badges
                         else jsonb_build_object('badges', (total.badges -> 'badges') || earned.badges::jsonb) end,
                       steps = total.steps + earned.steps,
                       models = case
                         when total.models @> earned.models::bigint[] and earned.badges = '[]' then total.models
                         when ((total.badges -> 'badges') || earned.badges::jsonb) @> '["%s"]' then '{}'
                         else array(select distinct unnest(total.models || earned.models::bigint[]) order by 1) end,
                       updated_at = now()
                  from unnest(?, ?, ?, ?, ?, ?, ?)
                         as earned (profile_id, team_id, experience, coins, badges, steps, models),
                       lateral (select known.id from statistics known
                                 where known.team_id = earned.team_id and known.profile_id = earned.profile_id
                                 limit 1) as found
                 where total.id = found.id""".formatted(RewardPolicy.EXPLORER));
    }
}
