/** Who is measured: the product, two other engines, and writers of the same rows without any engine. */
@NullMarked
package io.processflow.bench.contender;

import org.jspecify.annotations.NullMarked;
