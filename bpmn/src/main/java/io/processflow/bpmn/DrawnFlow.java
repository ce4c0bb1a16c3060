package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * A drawn sequence flow.
 *
 * @param scope the id of the process or sub-process it is written in
 * @param source the id of the node it comes from; null when it is loose there
 * @param target the id of the node it leads to; null when it is loose there
 * @param condition the text of its condition; null when it has none
 */
record DrawnFlow(
        String id,
        @Nullable String name,
        String scope,
        @Nullable String source,
        @Nullable String target,
        @Nullable String condition,
        XmlElement xml) {}
