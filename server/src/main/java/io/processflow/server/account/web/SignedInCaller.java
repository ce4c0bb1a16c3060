package io.processflow.server.account.web;

import io.processflow.server.platform.Caller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The caller in Spring Security's words; rights are a team's business, so there are no authorities. */
final class SignedInCaller extends AbstractAuthenticationToken {

    private final transient Caller caller;

    SignedInCaller(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
