/** The token game played slowly and plainly, for the engine to be compared with. */
@NullMarked
package io.processflow.engine.reference;

import org.jspecify.annotations.NullMarked;
