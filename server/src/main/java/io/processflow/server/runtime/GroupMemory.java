package io.processflow.server.runtime;

import io.processflow.server.model.Startable;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.ServerMemory.Model;
import io.processflow.server.runtime.WarmInstances.Warm;
import io.processflow.server.team.TeamRights;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group is decided from when nothing is read for it. What it was told is compared in the transaction that writes what
 * it decided: rights, models and settings by {@link #compare}, instances where their rows are written. What is not remembered,
 * or remembered in two versions, it does not know.
 */
final class GroupMemory implements Knowledge {

    private static final String COMPARE = """
            select 1 / ((select count(*) from team where id = any(?) and id || ' ' || xmin::text = any(?))
                      + (select count(*) from process_model where id = any(?) and id || ' ' || xmin::text = any(?))
                      = ?)::int""";

    private final ServerMemory memory;
    private final Instant now;
    private final Map<Long, String> teams = new HashMap<>();
    private final Map<Long, String> models = new HashMap<>();

    private GroupMemory(ServerMemory memory, Instant now) {
        this.memory = memory;
        this.now = now;
    }

    /** Null when it does not even know the time. */
    static @Nullable GroupMemory of(ServerMemory memory) {
        Instant now = memory.now();
        return now == null ? null : new GroupMemory(memory, now);
    }

    /** Adds a statement that fails with a division by zero when something is not as it is remembered. */
    void compare(RoundTrip trip) {
        trip.add(
                COMPARE,
                teams.keySet().toArray(Long[]::new),
                named(teams),
                models.keySet().toArray(Long[]::new),
                named(models),
                (long) teams.size() + models.size());
    }

    private static String[] named(Map<Long, String> versions) {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .toArray(String[]::new);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public @Nullable TeamRights rights(UUID person, long teamId) {
        ServerMemory.Rights known = memory.rights(person, teamId);
        return known != null && isOne(teams, teamId, known.teamVersion()) ? known.rights() : null;
    }

    @Override
    public @Nullable LockedInstance instance(long id) {
        Warm warm = memory.instances().get(id);
        // What was written later than it is thought to be now: the step after it would be stamped before it.
        if (warm == null || warm.changedAt().isAfter(now)) {
            return null;
        }
        Model model = model(warm.version().modelId());
        return model == null
                ? null
                : new LockedInstance(
                        id,
                        warm.version(),
                        model.name(),
                        model.rewards(),
                        warm.changedAt(),
                        warm.state(),
                        warm.visits());
    }

    @Override
    public @Nullable Long instanceOfStep(long elementInstanceId) {
        Long id = memory.instances().instanceOfStep(elementInstanceId);
        Warm warm = id == null ? null : memory.instances().get(id);
        return warm != null && warm.visits().values().stream().anyMatch(visit -> visit.id() == elementInstanceId)
                ? Objects.requireNonNull(id)
                : null;
    }

    @Override
    public @Nullable Startable startable(long modelId) {
        Model model = model(modelId);
        return model == null ? null : model.startable();
    }

    private @Nullable Model model(long modelId) {
        Model model = memory.model(modelId);
        return model != null
                        && isOne(models, modelId, model.rows().model())
                        && isOne(teams, model.teamId(), model.rows().team())
                ? model
                : null;
    }

    /** False when the group was decided from another version of the row already. */
    private static boolean isOne(Map<Long, String> versions, long id, String version) {
        String before = versions.putIfAbsent(id, version);
        return before == null || before.equals(version);
    }
}
