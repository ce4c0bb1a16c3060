package io.processflow.server.team;

import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.Rejection.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the fields of one request and gathers what is wrong, so that a form can show it all at once. */
final class Fields {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** Only what can not be an address: the invitation itself proves the rest. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    private final List<FieldError> errors = new ArrayList<>();

    /** A name in one line, without the blanks around it. */
    String name(String pointer, @Nullable String text, int shortest, int longest) {
        String name = text == null ? "" : text.strip();
        int length = name.codePointCount(0, name.length());
        if (length < shortest || length > longest || name.codePoints().anyMatch(Fields::isUnprintable)) {
            wrong(pointer, "is a text of " + shortest + " to " + longest + " printable characters");
        }
        return name;
    }

    String color(String pointer, @Nullable String color) {
        if (color == null || !COLOR.matcher(color).matches()) {
            wrong(pointer, "is a colour of the form #RRGGBB");
            return "";
        }
        return color.toUpperCase(Locale.ROOT);
    }

    ColorScheme colors(String pointer, ColorScheme colors) {
        return new ColorScheme(color(pointer + "/from", colors.from()), color(pointer + "/to", colors.to()));
    }

    String email(String pointer, @Nullable String email) {
        String address = email == null ? "" : email.strip();
        if (!ADDRESS.matcher(address).matches() || address.codePoints().anyMatch(Fields::isUnprintable)) {
            wrong(pointer, "is an e-mail address");
        }
        return address.toLowerCase(Locale.ROOT);
    }

    void wrong(String pointer, String expected) {
        errors.add(new FieldError(pointer, expected));
    }

    /** @throws Rejection 422 with everything that was wrong */
    void done() {
        if (!errors.isEmpty()) {
            throw Rejection.invalid(errors);
        }
    }

    /** Control characters, and halves of a character, which the database can not hold. */
    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
