package io.processflow.server.platform;

import io.processflow.server.platform.database.DatabaseChoice;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What other modules ask about the installation, made from its settings. */
@Configuration(proxyBeanMethods = false)
class Installation {

    @Bean
    BaseUrl baseUrl(InstallationSettings settings) {
        return new BaseUrl(settings.baseUrl());
    }

    @Bean
    AllowedNetworks allowedNetworks(NetworkSettings settings, Environment environment) {
        if (settings.allowedNetworks() != null) {
            return new AllowedNetworks(settings.allowedNetworks());
        }
        boolean trial = DatabaseChoice.of(environment) == DatabaseChoice.EMBEDDED;
        return trial ? AllowedNetworks.LOOPBACK : new AllowedNetworks(List.of());
    }
}
