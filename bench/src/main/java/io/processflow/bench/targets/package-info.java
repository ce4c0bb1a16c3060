/** The targets P1 to P7 of the project's performance page, and the report on them. */
@NullMarked
package io.processflow.bench.targets;

import org.jspecify.annotations.NullMarked;
