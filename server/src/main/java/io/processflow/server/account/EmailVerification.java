package io.processflow.server.account;

import io.processflow.server.platform.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether people have to confirm their e-mail address; where they need not, every address counts as verified. */
@Component
class EmailVerification {

    private static final Logger LOG = LoggerFactory.getLogger(EmailVerification.class);

    private final boolean required;

    EmailVerification(AccountSettings settings) {
        required = settings.emailVerification() == AccountSettings.Verifying.REQUIRED;
        if (!required) {
            LOG.info("E-mail addresses count as verified, because no mail server is configured");
        }
    }

    boolean isRequired() {
        return required;
    }

    Caller applyTo(Caller caller) {
        return new Caller(
                caller.userId(),
                caller.sessionId(),
                caller.email(),
                caller.username(),
                caller.verified() || !required,
                caller.signedInAt());
    }

    User applyTo(User user) {
        return new User(
                user.id(),
                user.email(),
                user.username(),
                user.name(),
                user.language(),
                user.isDarkModeEnabled(),
                user.emailVerified() || !required);
    }
}
