package io.processflow.engine.reference;

import io.processflow.engine.RewardPolicy;
import io.processflow.engine.graph.RewardRule;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
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

/**
 * Who has earned what: balances never go below 0, and a badge is earned once. What is due to who started the instance waits
 * until somebody else has done a step of it, where the team wants that.
 */
final class Ledger {

    private static final long MOST = 1_000_000_000_000L;

    /** A visit that pays, and how often its node has been visited. */
    record Occasion(int visit, String rule, int times) {}

    private final RewardPolicy policy;
    private final Map<UUID, Purse> purses;
    private final Map<UUID, Integer> steps = new HashMap<>();
    private final List<Paid> paid = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable UUID starter;
    private boolean shared;

    Ledger(RewardPolicy policy, Map<UUID, Purse> purses) {
        this.policy = policy;
        this.purses = new HashMap<>(purses);
    }

    void startedBy(@Nullable UUID person) {
        starter = person;
    }

    long points(@Nullable UUID person, String kind) {
        Purse purse = person == null ? Purse.EMPTY : purse(person);
        return kind.equals("Coins") ? purse.coins() : purse.experience();
    }

    private Purse purse(UUID person) {
        return purses.getOrDefault(person, Purse.EMPTY);
    }

    /** Somebody completed a manual step: what waited for that is given now. */
    void worked(UUID person) {
        steps.merge(person, 1, Integer::sum);
        if (starter != null && !starter.equals(person)) {
            shared = true;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }

    void give(Occasion occasion, RewardRule.Prize prize, UUID person, Function<String, Value> names) {
        switch (prize) {
            case RewardRule.Badge badge -> {
                String name = Texts.of(badge.name().resolve(names));
                boolean isNew = !purse(person).badges().contains(name);
                orLater(isNew, person, () -> badge(occasion.visit(), occasion.rule(), person, name));
            }
            case RewardRule.Points points -> {
                long asked = asked(Texts.of(points.amount().evaluate(names)).strip());
                if (asked >= 0) {
                    long due = points.method() == PointMethod.incrementBy ? asked / occasion.times() : asked;
                    long change = after(points, person, due)
                            - points(person, points.kind().name());
                    orLater(change > 0, person, () -> points(occasion, points, person, due));
                }
            }
        }
    }

    /** What adds to somebody's purse waits while who started the instance works alone. */
    private void orLater(boolean adds, UUID person, Runnable payment) {
        if (adds && policy.selfStart() && person.equals(starter) && !shared) {
            waiting.add(payment);
        } else {
            payment.run();
        }
    }

    private void badge(int visit, String rule, UUID person, String name) {
        Purse had = purse(person);
        Set<String> badges = new HashSet<>(had.badges());
        if (badges.add(name)) {
            purses.put(person, new Purse(had.experience(), had.coins(), badges));
            paid.add(new Paid(visit, rule, person, name, 0));
        }
    }

    private long after(RewardRule.Points points, UUID person, long due) {
        long before = points(person, points.kind().name());
        return switch (points.method()) {
            case incrementBy -> before + due;
            case decrementBy -> Math.max(0, before - due);
            case setTo -> due;
        };
    }

    private void points(Occasion occasion, RewardRule.Points points, UUID person, long due) {
        Purse had = purse(person);
        long before = points(person, points.kind().name());
        long after = after(points, person, due);
        boolean inCoins = points.kind() == PointKind.Coins;
        purses.put(
                person,
                inCoins
                        ? new Purse(had.experience(), after, had.badges())
                        : new Purse(after, had.coins(), had.badges()));
        paid.add(new Paid(
                occasion.visit(), occasion.rule(), person, points.kind().name(), after - before));
    }

    /** The badges of the system for a completed step; everybody begins with no step in any process. */
    void systemBadges(int visit, UUID person) {
        int done = steps.get(person);
        if (policy.explorerProcesses() == 1) {
            badge(visit, "system-explorer", person, "Explorer");
        }
        if (policy.completionSteps() > 0 && done >= policy.completionSteps()) {
            badge(visit, "system-completion", person, "Completion");
        }
    }

    void speedBadge(int visit, UUID person) {
        if (policy.speedBadge()) {
            badge(visit, "system-speed", person, "Speed");
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
