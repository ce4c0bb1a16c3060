/** Values of variables, placeholders in texts, and the comparisons of gateways. */
@NullMarked
package io.processflow.engine.value;

import org.jspecify.annotations.NullMarked;
