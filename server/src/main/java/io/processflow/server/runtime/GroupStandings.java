package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.InstanceState;
import io.processflow.engine.RewardPolicy;
import io.processflow.engine.Standing;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.GroupDecision.Ready;
import io.processflow.server.runtime.Standings.Account;
import io.processflow.server.team.RewardSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the commands of one group have to know of what people earned, and what their teams pay. */
final class GroupStandings {

    private static final Comparator<Account> LOCK_ORDER = Comparator.comparing(
                    (Account account) -> account.person().toString())
            .thenComparing(Account::teamId);

    private static final String TEAMS_OF_ONE = """
            select asked.team from unnest(?) as asked (team)
             where (select count(*) from (select from profile_team m where m.team_id = asked.team limit 2) as few) < 2""";

    private final Standings standings;
    private final Map<Account, Standing> known = new HashMap<>();
    private final Set<Account> wanted = new TreeSet<>(LOCK_ORDER);
    private final Set<Long> selfStart = new HashSet<>();
    private final Set<Account> locked = new HashSet<>();
    private final Set<Long> teamsOfOne = new HashSet<>();

    GroupStandings(Standings standings) {
        this.standings = standings;
    }

    /** Whether anything has to be read for these commands. */
    boolean wants(List<Ready> commands) {
        look(commands);
        return !wanted.isEmpty();
    }

    /** Locks and reads in one round trip; in none when no command has to know anything. */
    void read(List<Ready> commands, Connection connection) throws SQLException {
        if (!wants(commands)) {
            return;
        }
        RoundTrip trip = new RoundTrip();
        standings.lock(wanted, trip, known);
        locked.addAll(wanted);
        if (!selfStart.isEmpty()) {
            trip.query(TEAMS_OF_ONE, row -> teamsOfOne.add(row.getLong(1)), (Object) selfStart.toArray(Long[]::new));
        }
        trip.send(connection);
    }

    private void look(List<Ready> commands) {
        Map<Account, List<Long>> counted = new HashMap<>();
        for (Ready one : commands) {
            long team = one.instance().version().teamId();
            if (mayPay(one)) {
                peopleIn(one).forEach(person -> wanted.add(new Account(person, team)));
                if (one.instance().rewards().selfStart()) {
                    selfStart.add(team);
                }
            } else if (worker(one) instanceof UUID person) {
                counted.computeIfAbsent(new Account(person, team), account -> new ArrayList<>())
                        .add(one.instance().version().modelId());
            }
        }
        counted.forEach((account, models) -> {
            if (standings.mayEarnBadge(account, models)) {
                wanted.add(account);
            }
        });
        if (!wanted.isEmpty()) {
            // The steps of the others are counted in the same rows later: who locks any locks all, in one order.
            wanted.addAll(counted.keySet());
        }
    }

    /** The instance's state with what the command's people have earned and what their team pays. */
    InstanceState stateFor(Ready one) {
        long team = one.instance().version().teamId();
        Map<UUID, Standing> people = new HashMap<>();
        Set<UUID> wanted = new HashSet<>();
        if (mayPay(one)) {
            wanted.addAll(peopleIn(one));
        } else if (worker(one) instanceof UUID person && locked.contains(new Account(person, team))) {
            wanted.add(person);
        }
        wanted.forEach(
                person -> people.put(person, known.getOrDefault(new Account(person, team), Standing.NOTHING_YET)));
        return one.instance().state().withStandings(people, policy(one));
    }

    /** What one command earns, the next of the same person sees. */
    void earned(long teamId, InstanceState after) {
        after.standings().forEach((person, standing) -> known.put(new Account(person, teamId), standing));
    }

    /** In a team of one nobody else could do a step: who starts there waits for nobody. */
    private RewardPolicy policy(Ready one) {
        RewardSettings team = one.instance().rewards();
        long teamId = one.instance().version().teamId();
        RewardSettings applied = teamsOfOne.contains(teamId) ? new RewardSettings(team.loopDamping(), false) : team;
        return standings.policy(applied, one.instance().version().modelId());
    }

    /** Whether the command may show or change anybody's points or badges, besides counting the step of who gave it. */
    private boolean mayPay(Ready one) {
        return one.instance().state().hasDeferredRewards()
                || mayPay(one, one.instance().version().graph())
                || (one.command() instanceof Command.Migrate migrate && mayPay(one, migrate.target()));
    }

    private boolean mayPay(Ready one, ProcessGraph graph) {
        return graph.needsPoints() || (graph.hasChallenges() && policy(one).speedBadge());
    }

    /** The person who completes a manual step by the command. */
    private static @Nullable UUID worker(Ready one) {
        return one.command() instanceof Command.Complete complete
                        && one.instance().state().open(complete.visit()) instanceof Visit visit
                        && visit.status() == VisitStatus.TODO
                ? complete.by().person()
                : null;
    }

    /** Everybody whose points a step may show or change. */
    private static Set<UUID> peopleIn(Ready one) {
        InstanceState state = one.instance().state();
        Set<UUID> people = new HashSet<>();
        if (one.command().by().person() instanceof UUID person) {
            people.add(person);
        }
        if (state.starter() instanceof UUID starter) {
            people.add(starter);
        }
        Stream.concat(state.open().stream(), state.held().stream())
                .map(Visit::acting)
                .forEach(acting -> {
                    if (acting != null) {
                        people.add(acting.person());
                    }
                });
        state.challenges().forEach(run -> people.addAll(run.people()));
        return people;
    }
}
