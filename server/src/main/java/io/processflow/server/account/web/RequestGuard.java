package io.processflow.server.account.web;

import io.processflow.server.platform.BaseUrl;
import io.processflow.server.platform.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a browser says come from another site, and bodies that a form of another site could send. Browsers
 * tell where a request comes from and pages can not forge it; programs that tell nothing are left to the CSRF token.
 */
class RequestGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<MediaType> BODIES = Set.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_XML,
            MediaType.TEXT_XML,
            MediaType.APPLICATION_OCTET_STREAM);

    private final BaseUrl baseUrl;
    private final Problems problems;
    private final boolean otherSites;

    /** @param otherSites whether pages of other sites may call, as the forms of activities do */
    RequestGuard(BaseUrl baseUrl, Problems problems, boolean otherSites) {
        this.baseUrl = baseUrl;
        this.problems = problems;
        this.otherSites = otherSites;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!otherSites && isFromElsewhere(request)) {
            problems.answer(
                    request,
                    response,
                    Rejection.forbidden("cross-site", "Changes are only taken from pages of this installation."));
        } else if (hasBody(request) && !isReadable(request.getContentType())) {
            problems.answer(
                    request,
                    response,
                    Rejection.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Send JSON as application/json, diagrams as application/xml."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null && !OWN_SITE.contains(site)) || (origin != null && !isOwn(origin, request));
    }

    /** The host a browser was sent to counts as well: an installation may be reached by more than one name. */
    private boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return origin.equals(baseUrl.origin()) || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isReadable(@Nullable String contentType) {
        try {
            return contentType != null
                    && BODIES.stream().anyMatch(MediaType.parseMediaType(contentType)::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
