/** Tasks and starts over HTTP. */
@NullMarked
package io.processflow.server.task.web;

import org.jspecify.annotations.NullMarked;
