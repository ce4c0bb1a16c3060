package io.processflow.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where somebody is signed in; {@code current} is the one that asks. */
public record OpenSession(
        UUID id,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Schema(example = "192.0.2.17") @Nullable String ipAddress,

        @Schema(example = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") @Nullable
        String userAgent,

        boolean current) {}
