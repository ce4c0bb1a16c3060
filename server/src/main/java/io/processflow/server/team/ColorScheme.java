package io.processflow.server.team;

import io.swagger.v3.oas.annotations.media.Schema;

/** The two colours a team is shown in, from one to the other; each is {@code #RRGGBB}. */
public record ColorScheme(
        @Schema(example = "#4F5BD5") String from,
        @Schema(example = "#7C5CE0") String to) {

    /** What a team gets that names none. */
    static final ColorScheme INDIGO = new ColorScheme("#4F5BD5", "#7C5CE0");
}
