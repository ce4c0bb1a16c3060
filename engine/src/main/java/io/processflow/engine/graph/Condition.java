package io.processflow.engine.graph;

import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;

/** {@code left comparison right}, either side with placeholders. */
public record Condition(Template left, Comparison comparison, Template right) {}
