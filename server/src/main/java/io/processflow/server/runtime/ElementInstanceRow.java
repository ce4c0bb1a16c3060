package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one command makes of one row of {@code flow_element_instance}: a new row, or changes to one that is there. */
final class ElementInstanceRow {

    final long instanceId;
    final int number;
    final boolean isNew;
    int node;
    VisitStatus status = VisitStatus.COMPLETED;

    @Nullable
    UUID completedBy;

    @Nullable
    Instant completedAt;

    @Nullable
    String message;

    @Nullable
    Acting acting;

    int branch;
    List<Integer> previous = new ArrayList<>();
    Map<String, Value> options = Map.of();
    /** A failed visit that was given up keeps its status; only the moment it was dealt with is noted. */
    boolean settlesFailure;

    ElementInstanceRow(long instanceId, int number, boolean isNew) {
        this.instanceId = instanceId;
        this.number = number;
        this.isNew = isNew;
    }

    void become(VisitStatus next, Instant at) {
        status = next;
        if (next == VisitStatus.COMPLETED || next == VisitStatus.CANCELLED) {
            completedAt = at;
        }
    }
}
