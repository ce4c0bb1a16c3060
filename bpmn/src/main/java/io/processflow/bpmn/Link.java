package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/** A way between two {@link Knot}s: a drawn flow, or one a rule has put there. */
final class Link {

    /** The drawn flow it is; null when a rule made it. */
    final @Nullable DrawnFlow flow;

    Knot from;
    Knot to;
    /** Whether it is the default flow of the gateway or activity it was drawn from. */
    boolean isDefault;

    Link(@Nullable DrawnFlow flow, Knot from, Knot to) {
        this.flow = flow;
        this.from = from;
        this.to = to;
    }

    @Nullable
    String condition() {
        return flow == null ? null : flow.condition();
    }
}
