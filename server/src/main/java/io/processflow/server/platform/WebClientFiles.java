package io.processflow.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Serves the web client; an address inside it gets its start page, which then shows the right place itself. */
@Configuration(proxyBeanMethods = false)
class WebClientFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names carry a hash of their content, so they never change.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PlacesOfTheClient());
    }

    private static final class PlacesOfTheClient extends PathResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource file = path.isEmpty() ? null : super.resolveResourceInternal(request, path, locations, chain);
            if (file != null || !isPlace(request, path)) {
                return file;
            }
            return super.resolveResourceInternal(request, "index.html", locations, chain);
        }

        /** A place has no dot in its last part, is nothing of the server's, and is asked for by something that shows pages. */
        private static boolean isPlace(@Nullable HttpServletRequest request, String path) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            boolean server = path.equals("api")
                    || path.startsWith("api/")
                    || path.equals("actuator")
                    || path.startsWith("actuator/")
                    || path.startsWith("assets/");
            return !server && !last.contains(".") && request != null && acceptsPages(request);
        }

        private static boolean acceptsPages(HttpServletRequest request) {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            if (!StringUtils.hasText(accept)) {
                return true;
            }
            try {
                return MediaType.parseMediaTypes(accept).stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
            } catch (InvalidMediaTypeException unreadable) {
                return false;
            }
        }
    }
}
