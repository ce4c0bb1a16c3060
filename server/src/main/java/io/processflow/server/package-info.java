/** The server application; each package below is a module with borders that the build checks. */
@NullMarked
package io.processflow.server;

import org.jspecify.annotations.NullMarked;
