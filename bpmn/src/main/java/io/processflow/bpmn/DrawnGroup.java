package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * A drawn frame.
 *
 * @param categoryValue the id of the category value that names it
 * @param title the category's value
 */
record DrawnGroup(
        String id, @Nullable String categoryValue, @Nullable String title, DrawnNode.DrawnData data) {}
