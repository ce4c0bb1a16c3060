package io.processflow.server.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The caller asked for something that is not possible: answered as a problem document (RFC 9457) with a stable code that
 * clients switch on. Nothing was changed; the transaction it leaves rolls back.
 */
public final class Rejection extends RuntimeException {

    /** One wrong field: a JSON pointer (RFC 6901) into the body, or the parameter's name, and what is expected of it. */
    public record FieldError(String pointer, String detail) {}

    /** The member that the header of the same meaning repeats. */
    static final String RETRY_AFTER = "retryAfter";

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Rejection(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Rejection of(HttpStatus status, String code, String detail) {
        return new Rejection(status, code, detail);
    }

    /** 404, also for what the caller may not know of: always the same words. */
    public static Rejection notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here, or nothing you may see.");
    }

    public static Rejection forbidden(String code, String detail) {
        return of(HttpStatus.FORBIDDEN, code, detail);
    }

    public static Rejection conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    public static Rejection unprocessable(String code, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    /** 400: not even of the form that was expected. */
    public static Rejection malformed(String detail) {
        return of(HttpStatus.BAD_REQUEST, "malformed", detail);
    }

    /** 422: well-formed, but fields are wrong. */
    public static Rejection invalid(List<FieldError> errors) {
        return unprocessable("invalid", "Some fields are not valid: see errors.")
                .with("errors", errors);
    }

    public static Rejection invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** 401: nobody is signed in, or the session has ended. */
    public static Rejection notSignedIn() {
        return of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first.");
    }

    /** 429: too much in too short a time; the answer tells when to come back. */
    public static Rejection tooManyRequests(String detail, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        detail + " Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                .with(RETRY_AFTER, seconds);
    }

    /** Adds a member to the problem document. */
    public Rejection with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
