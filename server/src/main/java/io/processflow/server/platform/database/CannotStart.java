package io.processflow.server.platform.database;

import org.jspecify.annotations.Nullable;

/** The database can not start, for a reason a person can do something about. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String advice;

    CannotStart(String reason, String advice, @Nullable Throwable cause) {
        super(reason, cause);
        this.advice = advice;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
