/** Reads BPMN 2.0 drawings, says what does not fit, and compiles them to the engine's graph. */
@NullMarked
package io.processflow.bpmn;

import org.jspecify.annotations.NullMarked;
