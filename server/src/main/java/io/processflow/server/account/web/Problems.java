package io.processflow.server.account.web;

import io.processflow.server.platform.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what is refused before any controller is reached with the same problem documents as everything else. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final HandlerExceptionResolver resolver;

    Problems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
        answer(request, response, Rejection.notSignedIn());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        answer(
                request,
                response,
                denied instanceof CsrfException
                        ? Rejection.forbidden(
                                "csrf", "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.")
                        : Rejection.forbidden("forbidden", "This is not open to you."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException suspicious) {
        Rejection rejection = "TRACE".equals(request.getMethod()) || "TRACK".equals(request.getMethod())
                ? Rejection.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not used here.")
                : Rejection.malformed("The request's address or headers are not of a form that is used here.");
        answer(request, response, rejection);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException refusal) {
        resolver.resolveException(request, response, null, refusal);
    }
}
