/** Process models: drawing, checking and publishing them, and the compiled versions that instances run on. */
@ApplicationModule(allowedDependencies = {"platform", "account", "team", "shop"})
@NullMarked
package io.processflow.server.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
