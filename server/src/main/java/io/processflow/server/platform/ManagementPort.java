package io.processflow.server.platform;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Puts metrics and the rest of the actuator on the port after the server's own unless a setting says otherwise. */
class ManagementPort implements EnvironmentPostProcessor {

    private static final String KEY = "management.server.port";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        int next = port > 0 ? port + 1 : port;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("port after the server's", Map.<String, Object>of(KEY, next)));
    }
}
