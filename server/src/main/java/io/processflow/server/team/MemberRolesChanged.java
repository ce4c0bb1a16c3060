package io.processflow.server.team;

import java.util.Set;
import java.util.UUID;

/**
 * Published inside the transaction that changes what roles a member has.
 *
 * @param roleIds all roles the member has from now on
 */
public record MemberRolesChanged(long teamId, UUID userId, Set<Long> roleIds) {}
