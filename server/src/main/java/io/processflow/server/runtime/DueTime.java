package io.processflow.server.runtime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads when a step is due: an ISO 8601 duration from its arrival ({@code PT4H}, {@code P2D}), a date or a moment. */
final class DueTime {

    private DueTime() {}

    /** Empty when nothing is written, or what is written, placeholders replaced, is none of the three. */
    static Optional<Instant> read(@Nullable String text, Instant arrival) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text.strip(), arrival));
        } catch (DateTimeException | ArithmeticException notATime) {
            return Optional.empty();
        }
    }

    private static Instant parse(String text, Instant arrival) {
        if (text.startsWith("P") && text.indexOf('T') < 0) {
            return arrival.atOffset(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
        }
        if (text.startsWith("P")) {
            return arrival.plus(java.time.Duration.parse(text));
        }
        if (text.indexOf('T') > 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
