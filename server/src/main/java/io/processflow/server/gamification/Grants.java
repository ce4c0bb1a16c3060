package io.processflow.server.gamification;

import io.processflow.engine.Event;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.server.runtime.Standings.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rewards of a group of commands: the ledger's rows, and what each person in each team has more by them. */
final class Grants {

    /**
     * The visit that earned it.
     *
     * @param id of its row; null for one that was over before, whose reward has waited
     */
    record Cause(long instanceId, int visit, @Nullable Long id) {}

    record LedgerRow(
            UUID person,
            long teamId,
            Cause cause,
            String rule,
            String kind,
            @Nullable String method,
            @Nullable Long asked,
            @Nullable Long applied,
            @Nullable String badge) {}

    static final class Total {
        long steps;
        final Set<Long> models = new TreeSet<>();
        long experience;
        long coins;
        final List<String> badges = new ArrayList<>();
    }

    private final List<LedgerRow> rows = new ArrayList<>();
    /** In the order of (person, team): the order in which the rows of statistics are locked. */
    private final Map<Account, Total> totals = new TreeMap<>(
            Comparator.comparing((Account account) -> account.person().toString())
                    .thenComparingLong(Account::teamId));

    /** A manual step that a person has completed in a model. */
    void addStep(long teamId, UUID person, long modelId) {
        Total total = total(person, teamId);
        total.steps++;
        total.models.add(modelId);
    }

    void add(long teamId, Cause cause, Event.PointsGranted points) {
        rows.add(new LedgerRow(
                points.person(),
                teamId,
                cause,
                points.rule(),
                points.kind().name(),
                points.method().name(),
                points.asked(),
                points.applied(),
                null));
        Total total = total(points.person(), teamId);
        if (points.kind() == PointKind.Experience) {
            total.experience += points.applied();
        } else {
            total.coins += points.applied();
        }
    }

    void add(long teamId, Cause cause, Event.BadgeGranted badge) {
        rows.add(new LedgerRow(badge.person(), teamId, cause, badge.rule(), "Badge", null, null, null, badge.badge()));
        total(badge.person(), teamId).badges.add(badge.badge());
    }

    private Total total(UUID person, long teamId) {
        return totals.computeIfAbsent(new Account(person, teamId), account -> new Total());
    }

    List<LedgerRow> rows() {
        return rows;
    }

    Map<Account, Total> totals() {
        return totals;
    }
}
