package io.processflow.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another server on the tests' database, made when it is first asked for; it ends with the JVM. */
public final class SecondNode {

    private SecondNode() {}

    public static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    public static int port() {
        return Running.CONTEXT.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static final class Running {

        static final ConfigurableApplicationContext CONTEXT = start();

        private static ConfigurableApplicationContext start() {
            Map<String, String> settings = Map.of(
                    "server.port", "0",
                    "processflow.base-url", "http://localhost:8080",
                    "processflow.data", "target/test-data",
                    "processflow.activity.allowed-networks", "127.0.0.0/8,::1/128",
                    "processflow.db.url", TestDatabase.url(),
                    "processflow.db.user", "postgres",
                    "processflow.db.password", "unused");
            List<String> arguments = new ArrayList<>();
            settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
            return new SpringApplicationBuilder(ProcessFlow.class).run(arguments.toArray(String[]::new));
        }
    }
}
