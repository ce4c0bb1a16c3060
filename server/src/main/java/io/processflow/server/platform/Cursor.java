package io.processflow.server.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** An opaque place in a list: the values of the sort columns of the last row shown, so that page 1,000 costs what page 1 costs. */
final class Cursor {

    private static final String BETWEEN = "\u001f";

    private Cursor() {}

    static String write(List<?> values) {
        String plain = values.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    static List<String> read(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (plain.indexOf(0) >= 0) {
                throw notOurs();
            }
            return Arrays.asList(plain.split(BETWEEN, -1));
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
    }

    private static Rejection notOurs() {
        return Rejection.malformed("cursor is not one that a list of ours has given.");
    }
}
