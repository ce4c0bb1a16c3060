package io.processflow.server.runtime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are written.
 *
 * @param largestGroup commands that share a transaction at the most; 1 gives each a transaction of its own
 * @param connections groups that may be under way at once
 */
@ConfigurationProperties("processflow.commit")
record CommitSettings(
        @DefaultValue("256") int largestGroup,
        @DefaultValue("2") int connections) {

    CommitSettings {
        if (largestGroup < 1 || connections < 1) {
            throw new IllegalArgumentException("expected processflow.commit.* to be 1 or more");
        }
    }
}
