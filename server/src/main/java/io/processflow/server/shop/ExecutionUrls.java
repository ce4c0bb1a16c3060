package io.processflow.server.shop;

import io.processflow.server.platform.AllowedNetworks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks URLs against the networks that this installation allows to be called. */
@Component
public class ExecutionUrls {

    private final AllowedNetworks allowed;

    ExecutionUrls(AllowedNetworks allowed) {
        this.allowed = allowed;
    }

    /** What is wrong with a URL, see {@link ExecutionUrl#problem}. */
    public Optional<String> problem(String url) {
        return ExecutionUrl.problem(url, allowed);
    }
}
