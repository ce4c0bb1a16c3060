/** Process instances over HTTP. */
@NullMarked
package io.processflow.server.runtime.web;

import org.jspecify.annotations.NullMarked;
