package io.processflow.server.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * The person a request comes from, read from the session with every request.
 *
 * @param verified whether the address counts as verified (always true while the installation demands none)
 * @param signedInAt when the password was last given, for what needs a fresh sign-in
 */
public record Caller(
        UUID userId, UUID sessionId, String email, String username, boolean verified, Instant signedInAt) {}
