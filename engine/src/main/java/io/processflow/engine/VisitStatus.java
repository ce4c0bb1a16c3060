package io.processflow.engine;

import java.util.Map;
import java.util.Set;

/**
 * Where a visit of a node stands: the values of {@code flow_element_instance_status}. {@link #MOVES} is the whole
 * lifecycle; nothing else is ever written.
 */
public enum VisitStatus {
    CREATED("Created"),
    TODO("Todo"),
    IN_PROGRESS("In Progress"),
    COMPLETED("Completed"),
    ERROR("Error"),
    CANCELLED("Cancelled");

    /** From each status the ones that may follow. A visit begins as any but Cancelled. */
    public static final Map<VisitStatus, Set<VisitStatus>> MOVES = Map.of(
            CREATED, Set.of(COMPLETED, ERROR, CANCELLED),
            TODO, Set.of(COMPLETED, ERROR, CANCELLED),
            IN_PROGRESS, Set.of(COMPLETED, ERROR, CANCELLED),
            ERROR, Set.of(CANCELLED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of());

    private final String label;

    VisitStatus(String label) {
        this.label = label;
    }

    /** As the database and the API spell it. */
    public String label() {
        return label;
    }

    public boolean mayBecome(VisitStatus next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** True while something may still happen to the visit. */
    public boolean isOpen() {
        return this == CREATED || this == TODO || this == IN_PROGRESS || this == ERROR;
    }
}
