package io.processflow.server.account.web;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

import io.processflow.server.platform.BaseUrl;
import io.processflow.server.platform.SecurityHeaders;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Who may reach which address at all; what somebody may do there, the services decide. What is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String[] CALLBACKS = {"/api/instance/complete", "/api/instance/error"};
    private static final String[] WITHOUT_ACCOUNT = {
        "/api/auth/sign-up",
        "/api/auth/sign-in",
        "/api/auth/request-password-reset",
        "/api/auth/reset-password",
        "/api/auth/verify-email"
    };

    private final BaseUrl baseUrl;
    private final Problems problems;

    ApiSecurity(BaseUrl baseUrl, Problems problems) {
        this.baseUrl = baseUrl;
        this.problems = problems;
    }

    /** Activity servers, and the pages they serve, answer with the token in the address they were given and nothing else. */
    @Bean
    @Order(1)
    SecurityFilterChain callbackChain(HttpSecurity http) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        OrRequestMatcher callbacks = new OrRequestMatcher(List.of(CALLBACKS).stream()
                .flatMap(path -> List.of(HttpMethod.POST, HttpMethod.OPTIONS).stream()
                        .<RequestMatcher>map(method -> paths.matcher(method, path)))
                .toList());
        return common(http.securityMatcher(callbacks))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(anySiteWithoutCookies()))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterAfter(new RequestGuard(baseUrl, problems, true), EscapedFailures.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http, SessionContexts sessions) {
        return common(http.securityMatcher("/api/**"))
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .addFilterBefore(new RequestGuard(baseUrl, problems, false), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, WITHOUT_ACCOUNT)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/auth/session")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The web client's files and the addresses inside it. */
    @Bean
    @Order(3)
    SecurityFilterChain fileChain(HttpSecurity http) {
        return common(http)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity common(HttpSecurity http) {
        SecurityHeaders.apply(http, baseUrl);
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new EscapedFailures(problems), HeaderWriterFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(one -> one.secure(baseUrl.https()).sameSite("Lax"));
        return cookie;
    }

    private static UrlBasedCorsConfigurationSource anySiteWithoutCookies() {
        CorsConfiguration any = new CorsConfiguration();
        any.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        any.setAllowedMethods(List.of(HttpMethod.POST.name()));
        any.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE));
        any.setAllowCredentials(false);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        for (String path : CALLBACKS) {
            source.registerCorsConfiguration(path, any);
        }
        return source;
    }
}
