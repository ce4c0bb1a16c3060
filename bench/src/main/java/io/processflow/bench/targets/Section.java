package io.processflow.bench.targets;

import java.util.List;

/**
 * What one target came to.
 *
 * @param details Markdown that shows what the lines rest on
 */
public record Section(String target, String title, List<Line> lines, String details) {}
