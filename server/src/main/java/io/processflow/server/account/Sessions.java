package io.processflow.server.account;

import io.processflow.server.account.AccountSettings.SessionTimes;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is signed in where. A session is looked up with every request, so that its end is felt at once on every node. */
@Component
public class Sessions {

    private static final Duration WRITE_USE_EVERY = Duration.ofMinutes(5);

    private final SessionStore store;
    private final SessionTimes times;
    private final EmailVerification verification;

    Sessions(SessionStore store, AccountSettings settings, EmailVerification verification) {
        this.store = store;
        this.times = settings.sessions();
        this.verification = verification;
    }

    /** @return empty when there is no such session, or it is over */
    public Optional<Caller> callerOf(String token) {
        Optional<SessionStore.Found> found = store.find(SecretToken.hash(token), times.absolute(), WRITE_USE_EVERY);
        found.filter(SessionStore.Found::unwritten)
                .ifPresent(session -> store.touch(session.caller().sessionId(), times));
        return found.map(SessionStore.Found::caller).map(verification::applyTo);
    }

    public List<OpenSession> list(Caller caller) {
        return store.list(caller, times.absolute());
    }

    /** @throws Rejection 404 when the caller has no such session */
    public void end(Caller caller, UUID sessionId) {
        if (!store.delete(caller.userId(), sessionId)) {
            throw Rejection.notFound();
        }
    }

    /** Ends whatever session the token opens; there need not be one. */
    public void end(String token) {
        store.deleteByToken(SecretToken.hash(token));
    }

    /** How long a browser keeps the cookie of somebody who stays signed in; the server decides when it really ends. */
    public Duration longest() {
        return times.absolute();
    }

    /** @throws Rejection 403 {@code sign-in-again} when the password was given too long ago */
    public void requireFresh(Caller caller) {
        if (!store.isFresh(caller.sessionId(), times.fresh())) {
            throw Rejection.forbidden(
                    "sign-in-again", "Your sign-in is too long ago for this. Sign in again, then repeat it.");
        }
    }

    /** A new session with a new token. */
    SignedIn open(User user, boolean staySignedIn, Device device) {
        String token = SecretToken.create();
        Duration idle = staySignedIn ? times.idleWhenStaying() : times.idle();
        store.insert(user.id(), SecretToken.hash(token), staySignedIn, idle, device);
        return new SignedIn(verification.applyTo(user), token, staySignedIn);
    }

    /** Ends every session of the person and opens one for the caller's browser under a new token. */
    SignedIn replaceAll(Caller caller, User user, Device device) {
        boolean staySignedIn = store.staysSignedIn(caller.sessionId());
        store.deleteAll(user.id());
        return open(user, staySignedIn, device);
    }

    void endAll(UUID userId) {
        store.deleteAll(userId);
    }
}
