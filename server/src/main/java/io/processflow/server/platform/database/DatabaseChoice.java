package io.processflow.server.platform.database;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Which database the settings name. */
public enum DatabaseChoice {
    /** One that {@code processflow.db.url} names. */
    EXTERNAL,
    /** One that Spring's own {@code spring.datasource.url} names. */
    SPRING,
    /** None is named. */
    EMBEDDED;

    public static DatabaseChoice of(Environment environment) {
        if (StringUtils.hasText(environment.getProperty("processflow.db.url"))) {
            return EXTERNAL;
        }
        return StringUtils.hasText(environment.getProperty("spring.datasource.url")) ? SPRING : EMBEDDED;
    }
}
