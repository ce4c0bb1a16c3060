package io.processflow.server.team;

import java.util.UUID;

/** Published inside the transaction in which somebody stops being a member: left, was removed, or removed the account. */
public record MemberRemoved(long teamId, UUID userId) {}
