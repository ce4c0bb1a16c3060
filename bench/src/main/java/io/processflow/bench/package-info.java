/** How fast things are, measured; no part of the product. */
@NullMarked
package io.processflow.bench;

import org.jspecify.annotations.NullMarked;
