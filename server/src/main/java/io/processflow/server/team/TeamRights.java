package io.processflow.server.team;

import java.util.List;

/**
 * What a person may do in one team, read in the transaction that acts on it.
 *
 * @param roles the person's roles in the team, as they are shown
 */
public record TeamRights(Member member, List<RoleTag> roles) {}
