/** Teams, members, roles and invitations over HTTP. */
@NullMarked
package io.processflow.server.team.web;

import org.jspecify.annotations.NullMarked;
