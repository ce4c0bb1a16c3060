package io.processflow.server.runtime;

import io.processflow.engine.InstanceState;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Texts;
import org.jspecify.annotations.Nullable;

/** What people call an instance: the template of its version with the values that the variables have now. */
final class InstanceTitle {

    /** As many characters as the column takes; PostgreSQL counts code points, too. */
    private static final int LONGEST = 255;

    private InstanceTitle() {}

    /** Null when there is no template, or nothing is left of it. */
    static @Nullable String of(@Nullable Template template, InstanceState state) {
        if (template == null) {
            return null;
        }
        String title = Texts.of(template.resolve(state::variable));
        return title.isBlank() ? null : shortened(title);
    }

    /** Never in the middle of a character that takes two places in Java. */
    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST));
    }
}
