package io.processflow.server.account;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passwords and e-mail addresses: changing a password, resetting it by mail, confirming an address. */
@Component
public class Credentials {

    private final UserStore users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Proofs proofs;
    private final AccountLimits limits;
    private final TeamScope scope;

    Credentials(
            UserStore users,
            Passwords passwords,
            Sessions sessions,
            Proofs proofs,
            AccountLimits limits,
            TeamScope scope) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.proofs = proofs;
        this.limits = limits;
        this.scope = scope;
    }

    /**
     * Ends every other session, and gives this one a new token.
     *
     * @throws Rejection 422 {@code wrong-password}, or for a weak new one; 403 {@code sign-in-again}
     */
    public SignedIn change(Caller caller, String current, String wanted, Device device) {
        return passwords.inTurn(() -> changeNow(caller, current, wanted, device));
    }

    private SignedIn changeNow(Caller caller, String current, String wanted, Device device) {
        sessions.requireFresh(caller);
        User user = users.find(caller.userId()).orElseThrow(Rejection::notSignedIn);
        limits.passwordTry(user.id());
        if (check(user.email(), current).isEmpty()) {
            throw Rejection.unprocessable("wrong-password", "The current password is wrong.")
                    .with("errors", List.of(new Rejection.FieldError("/currentPassword", "is wrong")));
        }
        limits.passwordWasRight(user.id());
        String hash = passwords.hashNew("/newPassword", wanted, ownWords(user));
        return scope.outsideTeams(() -> {
            if (!users.lock(user.id())) {
                throw Rejection.notSignedIn();
            }
            users.setPassword(user.id(), hash);
            return sessions.replaceAll(caller, user, device);
        });
    }

    /** Says nothing about whether somebody has this address. */
    public void requestReset(String email) {
        limits.mail(email);
        scope.outsideTeams(() -> {
            Optional<User> user = users.findByEmail(email);
            user.ifPresent(proofs::sendPasswordReset);
            return user;
        });
    }

    /**
     * Sets the password and ends every session of the person. A password that is refused leaves the link usable.
     *
     * @throws Rejection 422 {@code link-over}, or for a weak password
     */
    public void reset(String token, String wanted) {
        passwords.inTurn(() -> {
            User target = proofs.findPasswordReset(token);
            return resetNow(token, passwords.hashNew("/password", wanted, ownWords(target)));
        });
    }

    /** @throws Rejection 422 {@code link-over} */
    public void verifyEmail(String token) {
        scope.outsideTeams(() -> {
            User user = proofs.consumeVerification(token);
            users.markVerified(user.id());
            return user;
        });
    }

    /** Outside of it the password was hashed: a transaction must not last as long as that. */
    private User resetNow(String token, String hash) {
        return scope.outsideTeams(() -> {
            User user = proofs.consumePasswordReset(token);
            users.setPassword(user.id(), hash);
            users.markVerified(user.id());
            sessions.endAll(user.id());
            return user;
        });
    }

    /** Hashes once, whether or not somebody has this address; empty when the two do not belong together. */
    Optional<UUID> check(String email, String password) {
        Optional<UserStore.Credential> known = users.credential(email);
        String stored = known.map(UserStore.Credential::password).orElse(null);
        if (!passwords.matches(password, stored) || known.isEmpty() || stored == null) {
            return Optional.empty();
        }
        UUID userId = known.get().userId();
        if (passwords.isOutdated(stored)) {
            users.upgradePassword(userId, stored, passwords.hash(password));
        }
        return Optional.of(userId);
    }

    private static List<String> ownWords(User user) {
        return List.of(user.username(), user.email());
    }
}
