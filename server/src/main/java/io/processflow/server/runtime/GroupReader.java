package io.processflow.server.runtime;

import io.processflow.server.model.Startable;
import io.processflow.server.model.Startables;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.InstanceRows.Head;
import io.processflow.server.runtime.ServerMemory.Model;
import io.processflow.server.runtime.ServerMemory.Rights;
import io.processflow.server.runtime.WarmInstances.Warm;
import io.processflow.server.team.RightsReader;
import io.processflow.server.team.TeamRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that a group of commands is decided from, in one round trip, unless somebody else has changed what this server
 * thought to know.
 */
final class GroupReader implements Knowledge {

    private final @Nullable ServerMemory memory;

    private final InstanceRows rows;
    private final Map<Long, LockedInstance> instances = new HashMap<>();
    /** Of instances that are as this server knows them. */
    private final Map<Long, Long> instanceOfStep = new HashMap<>();

    private final Map<Long, Startable> startables = new HashMap<>();
    private @Nullable RightsReader rights;
    private @Nullable Instant now;

    /**
     * @param memory keeps what is read, and knows rows that need not be read; null in a transaction that others write in, too
     */
    GroupReader(GroupParts parts, @Nullable ServerMemory memory) {
        this.memory = memory;
        this.rows = new InstanceRows(parts);
    }

    /** @param skipLocked leaves out instances that another transaction holds, instead of waiting for it */
    void read(List<InstanceCommand> commands, boolean skipLocked, RoundTrip trip, Connection connection)
            throws SQLException {
        Set<Long> steps = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        Set<Long> models = new HashSet<>();
        Set<UUID> people = new HashSet<>();
        for (InstanceCommand command : commands) {
            switch (command) {
                case InstanceCommand.Start start -> models.add(start.modelId());
                case InstanceCommand.On on -> ids.add(on.instanceId());
                case InstanceCommand.OnStep on -> {
                    Long known = knownInstanceOf(on.elementInstanceId());
                    if (known == null) {
                        steps.add(on.elementInstanceId());
                    } else {
                        ids.add(known);
                    }
                }
            }
            if (command.person() instanceof UUID person) {
                people.add(person);
            }
        }
        rows.lock(steps, ids, skipLocked, trip);
        ids.removeIf(id -> memory != null && memory.instances().get(id) != null);
        rows.readOpen(steps, ids, trip);
        Startables.read(trip, models, startables);
        rights = new RightsReader(trip, people);
        trip.query("select clock_timestamp()", row -> now = row.getTimestamp(1).toInstant());
        trip.send(connection);
        compose(connection);
        remember();
    }

    private void remember() {
        if (memory != null) {
            memory.keepTime(now());
            rows.heads()
                    .forEach(head -> memory.keep(
                            head.modelId(),
                            new Model(head.teamId(), head.modelName(), head.rewards(), head.rows(), null)));
            startables.forEach((id, model) ->
                    memory.keep(id, new Model(model.teamId(), model.name(), model.rewards(), model.rows(), model)));
        }
    }

    private @Nullable Long knownInstanceOf(long elementInstanceId) {
        return memory == null ? null : memory.instances().instanceOfStep(elementInstanceId);
    }

    private void compose(Connection connection) throws SQLException {
        List<Head> stored = new ArrayList<>();
        Set<Long> changed = new HashSet<>();
        for (Head head : rows.heads()) {
            Warm same = memory == null
                    ? null
                    : memory.instances().find(head.id(), head.version(), head.lastCommand(), head.changedAt());
            if (same != null) {
                keep(head, same);
                continue;
            }
            stored.add(head);
            if (!rows.isOpenRead(head.id())) {
                // It was thought to be known, but somebody else has changed it.
                changed.add(head.id());
            }
        }
        if (!changed.isEmpty()) {
            RoundTrip trip = new RoundTrip();
            rows.readOpen(Set.of(), changed, trip);
            trip.send(connection);
        }
        rows.restore(stored, connection).forEach(instance -> instances.put(instance.id(), instance));
    }

    private void keep(Head head, Warm same) {
        same.visits().values().forEach(visit -> instanceOfStep.put(visit.id(), head.id()));
        instances.put(
                head.id(),
                new LockedInstance(
                        head.id(),
                        same.version(),
                        head.modelName(),
                        head.rewards(),
                        head.changedAt(),
                        same.state(),
                        same.visits()));
    }

    /** Later than the locks that were waited for. */
    @Override
    public Instant now() {
        return Objects.requireNonNull(now);
    }

    @Override
    public @Nullable TeamRights rights(UUID person, long teamId) {
        RightsReader read = Objects.requireNonNull(rights);
        TeamRights found = read.of(person, teamId);
        if (memory != null && found != null) {
            memory.keep(person, teamId, new Rights(found, Objects.requireNonNull(read.teamVersion(teamId))));
        }
        return found;
    }

    /** Null when there is none, or when it was skipped. */
    @Override
    public @Nullable LockedInstance instance(long id) {
        return instances.get(id);
    }

    /** The instance a step is open in, whether it was skipped or not; null when the step is not open. */
    @Override
    public @Nullable Long instanceOfStep(long elementInstanceId) {
        Long open = instanceOfStep.getOrDefault(elementInstanceId, rows.instanceOfStep(elementInstanceId));
        if (open != null) {
            return open;
        }
        Long known = knownInstanceOf(elementInstanceId);
        return known == null || rows.isLocked(known) ? null : known;
    }

    @Override
    public @Nullable Startable startable(long modelId) {
        return startables.get(modelId);
    }
}
