package io.processflow.server.platform;

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
}
