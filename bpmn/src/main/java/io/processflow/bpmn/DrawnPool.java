package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * A drawn participant.
 *
 * @param process the id of its process; null when it is closed
 */
record DrawnPool(String id, @Nullable String name, @Nullable String process, XmlElement xml) {}
