package io.processflow.server.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its own person sees it.
 *
 * @param language null: as the browser asks
 * @param isDarkModeEnabled null: as the system does
 * @param emailVerified always true while the installation demands no verification
 */
public record User(
        @Schema(example = "0199a3c4-5d6e-7f80-9123-456789abcdef")
        UUID id,

        @Schema(example = "ana@example.org") String email,
        @Schema(example = "ana") String username,
        @Schema(example = "Ana Petrović") String name,

        @Schema(
                allowableValues = {"de", "en", "sr"},
                example = "en")
        @Nullable
        String language,

        @JsonProperty("isDarkModeEnabled") @Schema(example = "true") @Nullable
        Boolean isDarkModeEnabled,

        boolean emailVerified) {}
