package io.processflow.server.team;

import java.util.UUID;

/** Published inside the transaction in which somebody becomes a member of a team, the creator included. */
public record MemberJoined(long teamId, UUID userId) {}
