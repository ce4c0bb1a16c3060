/** Who somebody is: accounts, passwords, sessions. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.processflow.server.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
