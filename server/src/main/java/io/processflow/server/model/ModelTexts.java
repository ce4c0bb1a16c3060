package io.processflow.server.model;

import io.processflow.server.platform.Rejection;
import org.jspecify.annotations.Nullable;

/** Checks what people write about a model. */
final class ModelTexts {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_VERSION_NAME = 80;
    private static final int LONGEST_TEXT = 5_000;

    private ModelTexts() {}

    static String name(@Nullable String name) {
        return name(name, LONGEST_NAME);
    }

    static String versionName(String name) {
        return name(name, LONGEST_VERSION_NAME);
    }

    private static String name(@Nullable String name, int longest) {
        String stripped = name == null ? "" : name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < 1 || length > longest || !isPrintable(stripped, false)) {
            throw Rejection.invalid("/name", "Expected 1 to " + longest + " printable characters.");
        }
        return stripped;
    }

    /** A text of any number of lines; empty when there is none. */
    static String text(String pointer, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_TEXT || !isPrintable(stripped, true)) {
            throw Rejection.invalid(pointer, "Expected at most " + LONGEST_TEXT + " printable characters.");
        }
        return stripped;
    }

    /** A name from a file, cut to what fits. */
    static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** What XML and the database can hold. */
    private static boolean isPrintable(String text, boolean lines) {
        return text.codePoints()
                .allMatch(c -> lines && (c == '\n' || c == '\r' || c == '\t')
                        || !Character.isISOControl(c)
                                && Character.getType(c) != Character.SURROGATE
                                && c != 0xfffe
                                && c != 0xffff);
    }
}
