package io.processflow.server.runtime;

import io.processflow.engine.InstanceState;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances as this server wrote them last, so that the next command reads their rows only when somebody else has changed
 * them since. What is kept is believed only where the locked row of the instance still carries the number and the moment it
 * was kept with. Bounded by what the values weigh; who was not asked for longest goes first.
 */
final class WarmInstances {

    /** In characters and values, some 100 MB at the worst. */
    private static final long MOST = 32_000_000;
    /** What an instance weighs beside its variables. */
    private static final int INSTANCE = 2_000;

    private static final int MOST_STEPS = 200_000;

    /**
     * @param lastCommand number of the newest event when it was kept
     * @param changedAt {@code updated_at} of its row then: claims and moved roles change it, too
     */
    record Warm(
            CompiledVersion version,
            InstanceState state,
            Map<Integer, OpenVisit> visits,
            int lastCommand,
            Instant changedAt,
            long weight) {

        boolean isStill(int version, int lastCommand, Instant changedAt) {
            return this.version.version() == version
                    && this.lastCommand == lastCommand
                    && this.changedAt.equals(changedAt);
        }
    }

    private final LinkedHashMap<Long, Warm> instances = new LinkedHashMap<>(256, 0.75f, true);
    /** Which instance a step is part of: true for ever, so only its number is bounded. */
    private final LinkedHashMap<Long, Long> steps = new LinkedHashMap<>();

    private long weight;

    /** Null when its rows are to be read. */
    synchronized @Nullable Warm find(long instanceId, int version, int lastCommand, Instant changedAt) {
        Warm warm = instances.get(instanceId);
        return warm != null && warm.isStill(version, lastCommand, changedAt) ? warm : null;
    }

    /** What is kept, which may be out of date. */
    synchronized @Nullable Warm get(long instanceId) {
        return instances.get(instanceId);
    }

    synchronized @Nullable Long instanceOfStep(long elementInstanceId) {
        return steps.get(elementInstanceId);
    }

    /** Keeps what was committed. */
    synchronized void keep(List<AppliedStep> steps) {
        for (AppliedStep step : steps) {
            forget(step.instanceId());
            if (!step.state().status().isFinal()) {
                keep(step);
            }
        }
        Iterator<Warm> oldest = instances.values().iterator();
        while (weight > MOST && oldest.hasNext()) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    private void keep(AppliedStep step) {
        Map<Integer, OpenVisit> visits = new HashMap<>();
        for (OpenVisit visit : step.openRows()) {
            visits.put(visit.number(), visit);
            steps.put(visit.id(), step.instanceId());
        }
        while (steps.size() > MOST_STEPS) {
            steps.pollFirstEntry();
        }
        InstanceState state = step.state();
        Warm warm = new Warm(
                step.version(),
                state.standings().isEmpty() ? state : state.withStandings(Map.of()),
                visits,
                state.lastCommand(),
                step.command().at(),
                INSTANCE + weigh(state.variables().values()));
        instances.put(step.instanceId(), warm);
        weight += warm.weight();
    }

    private void forget(long instanceId) {
        Warm warm = instances.remove(instanceId);
        if (warm != null) {
            weight -= warm.weight();
        }
    }

    private static long weigh(Collection<Value> values) {
        long sum = 0;
        for (Value value : values) {
            sum += 50
                    + switch (value) {
                        case Value.Text(String text) -> text.length();
                        case Value.Items(List<Value> items) -> weigh(items);
                        case Value.Fields(Map<String, Value> fields) -> weigh(fields.values());
                        default -> 0;
                    };
        }
        return sum;
    }
}
