package io.processflow.server.runtime;

import io.processflow.server.model.RowVersions;
import io.processflow.server.model.Startable;
import io.processflow.server.team.RewardSettings;
import io.processflow.server.team.TeamRights;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this server read or wrote last, so that most groups of commands need not read. It is never believed: what a group
 * was decided from is compared with the database in the transaction that writes it.
 */
final class ServerMemory {

    /**
     * A model as its instances see it.
     *
     * @param startable null when only its instances were asked for
     */
    record Model(
            long teamId,
            String name,
            RewardSettings rewards,
            RowVersions rows,
            @Nullable Startable startable) {}

    /** @param teamVersion of the team's row when they were read */
    record Rights(TeamRights rights, String teamVersion) {}

    private record Account(UUID person, long teamId) {}

    private record Clock(Instant read, long nanos) {}

    private static final int MOST_MODELS = 10_000;
    private static final int MOST_RIGHTS = 100_000;
    /** After this the database is asked for its time again: its clock may have been set. */
    private static final Duration CLOCK_KEPT = Duration.ofSeconds(1);

    private final WarmInstances instances = new WarmInstances();
    private final LinkedHashMap<Long, Model> models = new LinkedHashMap<>();
    private final LinkedHashMap<Account, Rights> rights = new LinkedHashMap<>();
    private @Nullable Clock clock;

    WarmInstances instances() {
        return instances;
    }

    synchronized void keep(long modelId, Model model) {
        Model before = models.remove(modelId);
        boolean same =
                model.startable() == null && before != null && before.rows().equals(model.rows());
        models.put(modelId, same ? before : model);
        trim(models, MOST_MODELS);
    }

    synchronized @Nullable Model model(long modelId) {
        return models.get(modelId);
    }

    synchronized void keep(UUID person, long teamId, Rights read) {
        Account account = new Account(person, teamId);
        rights.remove(account);
        rights.put(account, read);
        trim(rights, MOST_RIGHTS);
    }

    synchronized @Nullable Rights rights(UUID person, long teamId) {
        return rights.get(new Account(person, teamId));
    }

    private static void trim(LinkedHashMap<?, ?> kept, int most) {
        if (kept.size() > most) {
            kept.pollFirstEntry();
        }
    }

    synchronized void keepTime(Instant read) {
        clock = new Clock(read, System.nanoTime());
    }

    /**
     * The database's time, to the microsecond; by as much too early as its answer took, so it may be before one that was
     * told. Null when it was not asked for a second.
     */
    synchronized @Nullable Instant now() {
        if (clock == null) {
            return null;
        }
        long since = System.nanoTime() - clock.nanos();
        if (since >= CLOCK_KEPT.toNanos()) {
            return null;
        }
        return clock.read().plusNanos(since).truncatedTo(ChronoUnit.MICROS);
    }
}
