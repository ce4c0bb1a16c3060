package io.processflow.server.account.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the fields of accounts are cleaned before they are checked, and what they have to look like. */
final class Fields {

    static final String EMAIL = "[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}";
    static final String EMAIL_MESSAGE = "is an e-mail address";
    static final String USERNAME = "[A-Za-z0-9_.-]{2,40}";
    static final String USERNAME_MESSAGE = "has 2 to 40 letters, digits, underscores, dots or hyphens";
    static final String ONE_LINE = "\\P{Cntrl}*";
    static final int LONGEST_SECRET = 1000;

    private Fields() {}

    static String email(@Nullable String typed) {
        return trimmed(typed).toLowerCase(Locale.ROOT);
    }

    static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Secrets are taken as they are typed. */
    static String secret(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
