package io.processflow.server.platform;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200 rows
 * @param after the keyset values of the last row of the page before; empty for the first page
 */
public record PageRequest(int limit, List<String> after) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Rejection 400 when the limit is out of range or the cursor is not one of ours */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw Rejection.malformed("limit is a number from 1 to " + MOST + ".");
        }
        return new PageRequest(wanted, cursor == null ? List.of() : Cursor.read(cursor));
    }

    /** How many rows to read: one more than are shown, which tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    public boolean isFirst() {
        return after.isEmpty();
    }

    /** A text of the cursor; null on the first page. */
    public @Nullable String textAfter(int place) {
        if (isFirst()) {
            return null;
        }
        if (place >= after.size() || after.get(place).indexOf('\0') >= 0) {
            throw notOurs();
        }
        return after.get(place);
    }

    /** A number of the cursor; null on the first page. */
    public @Nullable Long numberAfter(int place) {
        String text = textAfter(place);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw notOurs();
        }
    }

    /** A moment of the cursor, as JDBC takes it; null on the first page. */
    public @Nullable Timestamp momentAfter(int place) {
        String text = textAfter(place);
        try {
            return text == null ? null : Timestamp.from(inRange(Instant.parse(text)));
        } catch (DateTimeException notAMoment) {
            throw notOurs();
        }
    }

    /** Java's calendar is longer than the database's. */
    private static Instant inRange(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw notOurs();
        }
        return moment;
    }

    private static Rejection notOurs() {
        return Rejection.malformed("cursor is not one that this list has given.");
    }
}
