/** Decides what a process instance does next: commands in, events out, no I/O, no clock, no thread. */
@NullMarked
package io.processflow.engine;

import org.jspecify.annotations.NullMarked;
