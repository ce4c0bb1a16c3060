package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * Something drawn that has no effect: an annotation, a data object or a message flow.
 *
 * @param kind its name in BPMN
 * @param from where a message flow comes from
 * @param to where a message flow leads
 */
record DrawnNote(
        String id,
        String kind,
        @Nullable String name,
        @Nullable String from,
        @Nullable String to) {}
