package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * A drawn participant.
 *
 * @param process the id of its process; null when it is closed
 * @param closedProcess the id of the process that was drawn in it, in the file the drawing was cut from
 */
record DrawnPool(
        String id,
        @Nullable String name,
        @Nullable String process,
        @Nullable String closedProcess,
        XmlElement xml) {

    /** In the data of a closed pool. */
    static final String CLOSED_PROCESS = "closedProcess";
}
