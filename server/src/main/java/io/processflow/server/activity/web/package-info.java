/** Callbacks of activity servers. */
@NullMarked
package io.processflow.server.activity.web;

import org.jspecify.annotations.NullMarked;
