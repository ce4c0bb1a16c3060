package io.processflow.server.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.processflow.server.platform.IdempotencyStore.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a changing request be repeated without harm: with the same {@code Idempotency-Key} and the same request, the caller
 * gets the first answer again. The answer is kept by the very transaction that makes the change; refusals are computed
 * again.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 255;
    /** A little more than the largest body any endpoint takes (5 MiB of XML). */
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    IdempotencyFilter(IdempotencyStore store, PlatformTransactionManager transactions, JsonMapper json) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getHeader(HEADER) == null
                || !CHANGING.contains(request.getMethod())
                || !path.startsWith("/api/")
                || path.startsWith("/api/auth/")
                || caller(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(response, Rejection.malformed(HEADER + " has 1 to " + LONGEST_KEY + " characters."));
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, Rejection.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large."));
            return;
        }
        new Exchange(request, response, chain, String.valueOf(caller(request)), key, body).run();
    }

    private static @Nullable String caller(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal instanceof Authentication known && known.getPrincipal() instanceof Caller caller
                ? "person:" + caller.userId()
                : null;
    }

    /** One request with a key. */
    private final class Exchange {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final FilterChain chain;
        private final String caller;
        private final String key;
        private final byte[] body;
        private final byte[] hash;

        Exchange(
                HttpServletRequest request,
                HttpServletResponse response,
                FilterChain chain,
                String caller,
                String key,
                byte[] body) {
            this.request = request;
            this.response = response;
            this.chain = chain;
            this.caller = caller;
            this.key = key;
            this.body = body;
            this.hash = hash(request, body);
        }

        void run() throws ServletException, IOException {
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            Failure failure = new Failure();
            Kept kept = transaction.execute(status -> {
                if (!store.take(caller, key, hash)) {
                    return store.find(caller, key).orElseThrow();
                }
                try {
                    chain.doFilter(new ReadRequest(request, body), answer);
                } catch (ServletException | IOException thrown) {
                    failure.thrown = thrown;
                }
                if (failure.thrown == null && answer.getStatus() / 100 == 2) {
                    store.keep(caller, key, answer.getStatus(), mayBeShownAgain() ? text(answer) : null);
                } else {
                    status.setRollbackOnly();
                }
                return null;
            });
            failure.rethrow();
            if (kept == null) {
                answer.copyBodyToResponse();
            } else {
                repeat(kept);
            }
        }

        private String text(ContentCachingResponseWrapper answer) {
            return new String(answer.getContentAsByteArray(), UTF_8);
        }

        private boolean mayBeShownAgain() {
            return !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                            instanceof HandlerMethod handler
                    && handler.hasMethodAnnotation(AnswerShownOnce.class));
        }

        private void repeat(Kept kept) throws IOException {
            if (!kept.isOf(hash)) {
                refuse(
                        response,
                        Rejection.unprocessable("key-reused", "This " + HEADER + " was used for another request."));
            } else if (kept.body() == null) {
                refuse(
                        response,
                        Rejection.conflict("already-created", "This was done before; its answer is shown once only."));
            } else {
                response.setStatus(kept.status());
                if (!kept.body().isEmpty()) {
                    write(response, MediaType.APPLICATION_JSON_VALUE, kept.body());
                }
            }
        }
    }

    /** Carries what the chain threw out of the transaction's callback. */
    private static final class Failure {
        @Nullable
        Exception thrown;

        void rethrow() throws ServletException, IOException {
            switch (thrown) {
                case ServletException servlet -> throw servlet;
                case IOException io -> throw io;
                case null, default -> {}
            }
        }
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String target = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
            digest.update(target.getBytes(UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected every JDK to know SHA-256", impossible);
        }
    }

    private void refuse(HttpServletResponse response, Rejection rejection) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(rejection.status(), rejection.detail());
        problem.setProperty("code", rejection.code());
        response.setStatus(rejection.status().value());
        write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsString(problem));
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(UTF_8));
    }
}
