package io.processflow.server.account.web;

import io.processflow.server.account.Sessions;
import io.processflow.server.account.SignedIn;
import io.processflow.server.platform.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that carries a session's token; where the installation is reached by https, no other host can set it. */
@Component
class SessionCookie {

    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private final boolean secure;
    private final String name;
    private final Duration longest;

    SessionCookie(BaseUrl baseUrl, Sessions sessions) {
        this.secure = baseUrl.https();
        this.name = secure ? "__Host-pf_session" : "pf_session";
        this.longest = sessions.longest();
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(token -> !token.isEmpty())
                        .findFirst();
    }

    String of(SignedIn signedIn) {
        return cookie(signedIn.token(), signedIn.staySignedIn() ? longest : UNTIL_THE_BROWSER_CLOSES);
    }

    String gone() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
