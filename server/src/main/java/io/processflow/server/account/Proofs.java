package io.processflow.server.account;

import io.processflow.server.platform.BaseUrl;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Links sent by mail that prove somebody reads an address: each works once, for a time, for the account and the address it
 * was sent for, and kills the one before it.
 */
@Component
class Proofs {

    private static final String RESET = "password-reset:";
    private static final String VERIFY = "email-verification:";
    private static final Duration RESET_VALID = Duration.ofMinutes(30);
    private static final Duration VERIFY_VALID = Duration.ofHours(24);

    private final VerificationStore store;
    private final UserStore users;
    private final EmailVerification verification;
    private final Mailbox mailbox;
    private final BaseUrl baseUrl;

    Proofs(VerificationStore store, UserStore users, EmailVerification verification, Mailbox mailbox, BaseUrl baseUrl) {
        this.store = store;
        this.users = users;
        this.verification = verification;
        this.mailbox = mailbox;
        this.baseUrl = baseUrl;
    }

    void sendPasswordReset(User user) {
        mailbox.send(user, "Reset your password", link("/reset-password", issue(RESET, user, RESET_VALID)));
    }

    /** Does nothing where addresses need not be confirmed. */
    void sendVerification(User user) {
        if (verification.isRequired()) {
            mailbox.send(user, "Confirm your e-mail address", link("/verify-email", issue(VERIFY, user, VERIFY_VALID)));
        }
    }

    /** Whose password the token may set; it stays usable. */
    User findPasswordReset(String token) {
        return owner(RESET, store.find(RESET, hash(token)).orElseThrow(Proofs::over));
    }

    User consumePasswordReset(String token) {
        return owner(RESET, store.consume(RESET, hash(token)).orElseThrow(Proofs::over));
    }

    User consumeVerification(String token) {
        return owner(VERIFY, store.consume(VERIFY, hash(token)).orElseThrow(Proofs::over));
    }

    private String issue(String purpose, User user, Duration valid) {
        String token = SecretToken.create();
        store.replace(purpose + user.id() + ":" + user.email(), hash(token), valid);
        return token;
    }

    /** The address must still be the account's: a link to an address that was given up proves nothing. */
    private User owner(String purpose, String identifier) {
        String[] target = identifier.substring(purpose.length()).split(":", 2);
        return users.find(UUID.fromString(target[0]))
                .filter(user -> user.email().equals(target[1]))
                .orElseThrow(Proofs::over);
    }

    private String link(String path, String token) {
        return baseUrl.link(path + "?token=" + token);
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(SecretToken.hash(token));
    }

    private static Rejection over() {
        return Rejection.unprocessable("link-over", "This link was used or replaced already, or it is too old.");
    }
}
