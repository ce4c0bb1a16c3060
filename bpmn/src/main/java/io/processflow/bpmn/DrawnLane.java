package io.processflow.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawn lane.
 *
 * @param parent the id of the lane it lies in, if any
 * @param nodes ids of the nodes it names
 */
record DrawnLane(String id, @Nullable String name, @Nullable String parent, List<String> nodes) {}
