package io.processflow.server.model.web;

import io.processflow.server.platform.Rejection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A draft's revision as an entity tag. */
final class Revision {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Revision() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** @throws Rejection 428 when the header is missing, 412 when it names no revision of ours */
    static long required(@Nullable String ifMatch) {
        Long revision = optional(ifMatch);
        if (revision == null) {
            throw Rejection.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Send the ETag you read the diagram with as If-Match.");
        }
        return revision;
    }

    /** @throws Rejection 412 when it names no revision of ours */
    static @Nullable Long optional(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Rejection.of(HttpStatus.PRECONDITION_FAILED, "stale-draft", "If-Match is no ETag of this diagram.");
        }
        return Long.parseLong(tag.group(1));
    }
}
