/** Process instances: the only caller of the engine. Loads state, asks, and writes what changed in one transaction. */
@ApplicationModule(allowedDependencies = {"platform", "account", "team", "model"})
@NullMarked
package io.processflow.server.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
