/** Teams, their members, roles and invitations, and what a member may do. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
@NullMarked
package io.processflow.server.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
