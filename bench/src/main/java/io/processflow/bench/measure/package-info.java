/** One PostgreSQL, turns of work on it, and what they cost. */
@NullMarked
package io.processflow.bench.measure;

import org.jspecify.annotations.NullMarked;
