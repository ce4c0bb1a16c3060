package io.processflow.server.runtime;

import io.processflow.engine.Acting;
import io.processflow.engine.VisitStatus;
import java.util.ArrayList;
import java.util.List;
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

    /** Its moment of completion is now. */
    boolean ended;

    @Nullable
    String message;

    @Nullable
    Acting acting;

    int branch;
    List<Integer> previous = new ArrayList<>();
    /** It was opened and waits, or waited within the command: there is more to write of it. */
    boolean opened;

    ElementInstanceRow(long instanceId, int number, boolean isNew) {
        this.instanceId = instanceId;
        this.number = number;
        this.isNew = isNew;
    }

    void become(VisitStatus next) {
        status = next;
        ended = next == VisitStatus.COMPLETED || next == VisitStatus.CANCELLED;
    }
}
