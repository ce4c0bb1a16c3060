package io.processflow.server.platform;

import io.processflow.server.platform.Rejection.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a problem document (RFC 9457), for the description of the API only; some codes add members of their own. */
@Schema(name = "Problem")
record Problem(
        @Schema(example = "about:blank", requiredMode = Schema.RequiredMode.REQUIRED)
        String type,

        @Schema(example = "Unprocessable Content", requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(example = "422", requiredMode = Schema.RequiredMode.REQUIRED)
        int status,

        @Schema(example = "Some fields are not valid: see errors.") @Nullable
        String detail,

        @Schema(
                description = "Stable; switch on this",
                example = "invalid",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String code,

        @Nullable List<FieldError> errors) {}
