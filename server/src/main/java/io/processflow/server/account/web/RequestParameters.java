package io.processflow.server.account.web;

import io.processflow.server.account.Device;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take the {@link Caller} and the {@link Device} as parameters. */
@Configuration(proxyBeanMethods = false)
class RequestParameters implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Device.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new DeviceResolver());
    }

    /** Answers 401 when nobody is signed in, unless the parameter may be null. */
    private static final class CallerResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public @Nullable Caller resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known instanceof SignedInCaller signedIn) {
                return signedIn.getPrincipal();
            }
            if (parameter.isOptional()) {
                return null;
            }
            throw Rejection.notSignedIn();
        }
    }

    private static final class DeviceResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Device.class;
        }

        @Override
        public Device resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
            return new Device(servlet.getRemoteAddr(), servlet.getHeader(HttpHeaders.USER_AGENT));
        }
    }
}
