/** The shop and a team's palette over HTTP. */
@NullMarked
package io.processflow.server.shop.web;

import org.jspecify.annotations.NullMarked;
