/** Points, levels and badges: the ledger of rewards, and the running total of each person in each team. */
@ApplicationModule(allowedDependencies = {"platform", "account", "team", "model", "runtime"})
@NullMarked
package io.processflow.server.gamification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
