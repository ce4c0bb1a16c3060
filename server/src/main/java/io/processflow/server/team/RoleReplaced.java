package io.processflow.server.team;

/**
 * Published inside the transaction that deletes a role in favour of another one of the same team. The row stays and names
 * its replacement, because versions and finished work still point to it.
 */
public record RoleReplaced(long teamId, long roleId, long replacedBy) {}
