/** Node definitions: what kinds of activities there are, who offers them, and which of them a team's editor shows. */
@ApplicationModule(allowedDependencies = {"platform", "account", "team"})
@NullMarked
package io.processflow.server.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
