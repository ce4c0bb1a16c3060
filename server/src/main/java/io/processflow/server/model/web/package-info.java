/** Process models over HTTP. */
@NullMarked
package io.processflow.server.model.web;

import org.jspecify.annotations.NullMarked;
