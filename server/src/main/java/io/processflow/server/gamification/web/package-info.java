/** Statistics over HTTP. */
@NullMarked
package io.processflow.server.gamification.web;

import org.jspecify.annotations.NullMarked;
