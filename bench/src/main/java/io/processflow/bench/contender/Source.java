package io.processflow.bench.contender;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a value of a row comes from when the row is written for another instance. */
sealed interface Source {

    /** The instance's own id. */
    record InstanceId() implements Source {}

    /** The id of one of the instance's visits. */
    record VisitId(int number) implements Source {}

    /** The time of the command. */
    record Moment() implements Source {}

    /** The same for every instance; as text. */
    record Constant(@Nullable String text) implements Source {}

    /** The value to bind for one command. */
    default @Nullable Object value(Running instance, String type) {
        return switch (this) {
            case InstanceId ignored -> instance.id();
            case VisitId visit -> instance.visit(visit.number());
            case Moment ignored -> instance.now();
            case Constant(String text) -> text == null ? null : typed(text, type);
        };
    }

    private static Object typed(String text, String type) {
        return switch (type) {
            case "bigint" -> Long.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "smallint" -> Short.valueOf(text);
            case "boolean" -> text.equals("true");
            case "uuid" -> UUID.fromString(text);
            default -> text;
        };
    }

    /** Whether arrays are sent in the column's own type; all else is sent as text and cast. */
    static String arrayType(String type) {
        return switch (type) {
            case "bigint", "integer", "smallint", "boolean", "uuid" -> type;
            case "timestamp with time zone" -> "timestamptz";
            default -> "text";
        };
    }

    /**
     * An instance that is being written by hand.
     *
     * @param visits ids of its visits, by number
     * @param now the time of the command
     */
    record Running(long id, long[] visits, OffsetDateTime now) {

        long visit(int number) {
            return visits[number - 1];
        }

        Running at(OffsetDateTime moment) {
            return new Running(id, visits, moment);
        }
    }
}
