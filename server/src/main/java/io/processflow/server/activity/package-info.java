/** Calls to the servers of automatic activities: queued with the step, sent after it, answered by callback. */
@ApplicationModule(allowedDependencies = {"platform", "team", "shop", "model", "runtime"})
@NullMarked
package io.processflow.server.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
