package io.processflow.server.gamification;

import io.processflow.engine.RewardPolicy;
import io.processflow.engine.Standing;
import io.processflow.server.gamification.GamificationSettings.Thresholds;
import io.processflow.server.runtime.Standings.Account;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Remembers for a minute how far people are from the badges that count their steps, so that most steps need not look. What
 * other servers count meanwhile is not seen: a badge then comes with the first step after that minute, never twice.
 */
final class BadgeDistance {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_ACCOUNTS = 50_000;
    /** Transactions under way at once may count steps that are not known yet. */
    private static final int STEPS_APART = 10;

    private static final class Known {
        final boolean explorer;
        final boolean completion;
        final long readAt = System.nanoTime();
        final Set<Long> models;
        long steps;

        Known(Standing standing) {
            explorer = standing.badges().contains(RewardPolicy.EXPLORER);
            completion = standing.badges().contains(RewardPolicy.COMPLETION);
            models = new HashSet<>(standing.models());
            steps = standing.steps();
        }
    }

    private final LinkedHashMap<Account, Known> accounts = new LinkedHashMap<>();

    synchronized void read(Account account, Standing standing) {
        accounts.remove(account);
        accounts.put(account, new Known(standing));
        if (accounts.size() > MOST_ACCOUNTS) {
            accounts.pollFirstEntry();
        }
    }

    /** True for whose totals were read before. */
    synchronized boolean isKnown(Account account) {
        return accounts.containsKey(account);
    }

    /** A committed step. */
    synchronized void worked(Account account, long modelId) {
        Known known = accounts.get(account);
        if (known != null) {
            known.steps++;
            known.models.add(modelId);
        }
    }

    /** False when one more step in each of these models surely earns no badge. */
    synchronized boolean mayBeReached(Account account, List<Long> modelIds, Thresholds thresholds) {
        if (thresholds.completionSteps() == 0 && thresholds.explorerProcesses() == 0) {
            return false;
        }
        Known known = accounts.get(account);
        return known == null
                || System.nanoTime() - known.readAt >= KEPT.toNanos()
                || (!known.completion
                        && isNear(known.steps + modelIds.size() + STEPS_APART, thresholds.completionSteps()))
                || (!known.explorer && isNear(modelsWith(known.models, modelIds), thresholds.explorerProcesses()));
    }

    private static boolean isNear(long count, int threshold) {
        return threshold > 0 && count >= threshold;
    }

    /** Where one is new to the person, a transaction under way may add another. */
    private static long modelsWith(Set<Long> models, List<Long> modelIds) {
        Set<Long> all = new HashSet<>(models);
        return all.addAll(modelIds) ? all.size() + 1L : all.size();
    }
}
