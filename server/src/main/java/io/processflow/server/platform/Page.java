package io.processflow.server.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextCursor} is null on the last one. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /** A page that ends where it was cut already; the next one begins behind these keyset values, null: there is none. */
    public static <T> Page<T> until(List<T> items, @Nullable List<?> last) {
        return new Page<>(items, last == null ? null : Cursor.write(last));
    }

    /**
     * Cuts rows that were read with {@link PageRequest#fetch()} to the page's size.
     *
     * @param cursor the keyset values of a row, see {@link Cursor}
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, List<?>> cursor, Function<R, T> item) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? Cursor.write(cursor.apply(shown.getLast())) : null);
    }
}
