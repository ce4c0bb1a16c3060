package io.processflow.server.gamification;

import io.processflow.engine.Event;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.server.runtime.Standings.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rewards of a group of commands: the ledger's rows, and their sum for each person and team. */
final class Grants {

    record LedgerRow(
            UUID person,
            long teamId,
            long elementInstanceId,
            String rule,
            String kind,
            @Nullable String method,
            @Nullable Long asked,
            @Nullable Long applied,
            @Nullable String badge) {}

    static final class Total {
        long experience;
        long coins;
        final List<String> badges = new ArrayList<>();
    }

    private final List<LedgerRow> rows = new ArrayList<>();
    /** In the order of (person, team): the order in which the rows of statistics are locked. */
    private final Map<Account, Total> totals = new TreeMap<>(
            Comparator.comparing((Account account) -> account.person().toString())
                    .thenComparingLong(Account::teamId));

    void add(long teamId, long elementInstanceId, Event.PointsGranted points) {
        rows.add(new LedgerRow(
                points.person(),
                teamId,
                elementInstanceId,
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

    void add(long teamId, long elementInstanceId, Event.BadgeGranted badge) {
        rows.add(new LedgerRow(
                badge.person(), teamId, elementInstanceId, badge.rule(), "Badge", null, null, null, badge.badge()));
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
