package io.processflow.server.platform;

import io.processflow.server.platform.Rejection.FieldError;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns rejections, and everything Spring refuses by itself, into problem documents (RFC 9457); nothing of the inside is shown. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(Rejection rejection) {
        ProblemDetail problem = problem(rejection.status(), rejection.code(), rejection.detail());
        rejection.members().forEach(problem::setProperty);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(rejection.status());
        Object retryAfter = rejection.members().get(Rejection.RETRY_AFTER);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException violation) {
        List<FieldError> errors = violation.getConstraintViolations().stream()
                .map(one -> new FieldError(one.getPropertyPath().toString(), one.getMessage()))
                .toList();
        return rejected(Rejection.invalid(errors));
    }

    /** A parameter that is not encoded as RFC 3986 says, or whose bytes are no UTF-8. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException parameter) {
        return rejected(Rejection.malformed("A parameter in the address can not be decoded."));
    }

    /** What the security filters decide stays theirs: they know whether 401 or 403 is the answer. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException denial) {
        throw denial;
    }

    /** No connection to the database within the time a request may wait for one. */
    @ExceptionHandler({CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> overloaded(RuntimeException noConnection) {
        LOG.warn("No connection to the database was free in time: {}", noConnection.getMessage());
        return rejected(Rejection.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "busy", "The server is busy. Nothing was changed. Try again.")
                .with(Rejection.RETRY_AFTER, 2));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure) {
        String id = Long.toHexString(System.nanoTime());
        LOG.error("A request failed unexpectedly, log id {}", id, failure);
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong here. Nothing was changed. The log has more under " + id + ".");
        return ResponseEntity.internalServerError().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(field -> new FieldError(
                        "/" + field.getField().replace('.', '/'), String.valueOf(field.getDefaultMessage())))
                .toList();
        ResponseEntity<ProblemDetail> answer = rejected(Rejection.invalid(errors));
        return new ResponseEntity<>(answer.getBody(), answer.getStatusCode());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<ProblemDetail> answer = rejected(Rejection.malformed(whatWasUnreadable(unreadable.getCause())));
        return new ResponseEntity<>(answer.getBody(), answer.getStatusCode());
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setProperty(
                    "code",
                    known == null
                            ? "refused"
                            : known.getReasonPhrase()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace(' ', '-'));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static String whatWasUnreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                "The field " + unknown.getPropertyName() + " is not known here.";
            case DatabindException databind
            when !databind.getPath().isEmpty() ->
                "The value at " + pointer(databind) + " is not of the form expected there.";
            case JacksonException syntax
            when syntax.getLocation() != null ->
                "The body is no valid JSON (line " + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr() + ").";
            case null, default -> "The body is missing or can not be read.";
        };
    }

    private static String pointer(DatabindException problem) {
        StringBuilder pointer = new StringBuilder();
        problem.getPath()
                .forEach(step -> pointer.append('/')
                        .append(
                                step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getPropertyName()));
        return pointer.toString();
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
