package io.processflow.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The server: one process that serves the API and the web client and works off calls to activity servers. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ProcessFlow {

    public static void main(String[] arguments) {
        SpringApplication.run(ProcessFlow.class, arguments);
    }
}
