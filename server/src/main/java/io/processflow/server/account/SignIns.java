package io.processflow.server.account;

import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sign-up and sign-in. Both are limited before any password is hashed, and do the same work for known and unknown people. */
@Component
public class SignIns {

    private final UserStore users;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Proofs proofs;
    private final AccountLimits limits;
    private final TeamScope scope;

    SignIns(
            UserStore users,
            Passwords passwords,
            Credentials credentials,
            Sessions sessions,
            Proofs proofs,
            AccountLimits limits,
            TeamScope scope) {
        this.users = users;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sessions = sessions;
        this.proofs = proofs;
        this.limits = limits;
        this.scope = scope;
    }

    /** @throws Rejection 409 {@code email-taken} or {@code username-taken}; 422 for a weak password; 429 */
    public SignedIn signUp(String email, String username, String password, Device device) {
        return passwords.inTurn(() -> signUpNow(email, username, password, device));
    }

    /** @throws Rejection 401 {@code wrong-credentials}, the same for an unknown address; 429 after too many tries */
    public SignedIn signIn(String email, String password, boolean staySignedIn, Device device) {
        return passwords.inTurn(() -> signInNow(email, password, staySignedIn, device));
    }

    private SignedIn signUpNow(String email, String username, String password, Device device) {
        limits.signUp(device);
        String hash = passwords.hashNew("/password", password, List.of(username, email));
        return scope.outsideTeams(() -> {
            UUID userId = users.insert(email, username).orElseThrow(() -> taken(email));
            users.setPassword(userId, hash);
            User user = users.find(userId).orElseThrow();
            proofs.sendVerification(user);
            return sessions.open(user, false, device);
        });
    }

    private SignedIn signInNow(String email, String password, boolean staySignedIn, Device device) {
        limits.signIn(device, email);
        User user = credentials
                .check(email, password)
                .flatMap(users::find)
                .orElseThrow(() -> Rejection.of(
                        HttpStatus.UNAUTHORIZED, "wrong-credentials", "The e-mail address or the password is wrong."));
        limits.signedIn(device, email);
        return sessions.open(user, staySignedIn, device);
    }

    private Rejection taken(String email) {
        return users.findByEmail(email).isPresent()
                ? Rejection.conflict("email-taken", "There is an account with this e-mail address. Sign in instead.")
                        .with("errors", List.of(new Rejection.FieldError("/email", "is taken")))
                : Accounts.usernameTaken();
    }
}
