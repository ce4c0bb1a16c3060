/** The executable graph of a process model: what the compiler makes, the server stores and the engine walks. */
@NullMarked
package io.processflow.engine.graph;

import org.jspecify.annotations.NullMarked;
