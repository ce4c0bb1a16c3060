/** The token game explored: does every run of a process come to its end? */
@NullMarked
package io.processflow.engine.soundness;

import org.jspecify.annotations.NullMarked;
