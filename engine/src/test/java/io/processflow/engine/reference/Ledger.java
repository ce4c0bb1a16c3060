package io.processflow.engine.reference;

import io.processflow.engine.graph.RewardRule;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.reference.Summary.Paid;
import io.processflow.engine.reference.Summary.Purse;
import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who has earned what: balances never go below 0, and a badge is earned once. */
final class Ledger {

    private static final long MOST = 1_000_000_000_000L;

    private final Map<UUID, Purse> purses;
    private final List<Paid> paid = new ArrayList<>();

    Ledger(Map<UUID, Purse> purses) {
        this.purses = new HashMap<>(purses);
    }

    long points(@Nullable UUID person, String kind) {
        Purse purse = person == null ? Purse.EMPTY : purses.getOrDefault(person, Purse.EMPTY);
        return kind.equals("Coins") ? purse.coins() : purse.experience();
    }

    void give(int visit, String rule, RewardRule.Prize prize, UUID person, Function<String, Value> names) {
        Purse had = purses.getOrDefault(person, Purse.EMPTY);
        switch (prize) {
            case RewardRule.Badge badge -> {
                String name = Texts.of(badge.name().resolve(names));
                Set<String> badges = new HashSet<>(had.badges());
                if (badges.add(name)) {
                    purses.put(person, new Purse(had.experience(), had.coins(), badges));
                    paid.add(new Paid(visit, rule, person, name, 0));
                }
            }
            case RewardRule.Points points -> {
                long asked = asked(Texts.of(points.amount().evaluate(names)).strip());
                if (asked < 0) {
                    return;
                }
                long before = points(person, points.kind().name());
                long after = switch (points.method()) {
                    case incrementBy -> before + asked;
                    case decrementBy -> Math.max(0, before - asked);
                    case setTo -> asked;
                };
                purses.put(
                        person,
                        points.kind() == PointKind.Coins
                                ? new Purse(had.experience(), after, had.badges())
                                : new Purse(after, had.coins(), had.badges()));
                paid.add(new Paid(visit, rule, person, points.kind().name(), after - before));
            }
        }
    }

    /** The whole number of points a text asks for, or -1 when it is none. */
    private static long asked(String text) {
        if (!text.matches("\\d{1,13}(\\.\\d+)?")) {
            return -1;
        }
        boolean tooMany = Double.parseDouble(text) > MOST;
        return tooMany ? -1 : Long.parseLong(text.replaceFirst("\\..*", ""));
    }

    List<Paid> paid() {
        return List.copyOf(paid);
    }

    Map<UUID, Purse> purses() {
        return Map.copyOf(purses);
    }
}
