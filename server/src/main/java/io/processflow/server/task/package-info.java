/** Human tasks: the worklist, forms and their answers, and starting what a person may start. */
@ApplicationModule(allowedDependencies = {"platform", "account", "team", "model", "runtime"})
@NullMarked
package io.processflow.server.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
