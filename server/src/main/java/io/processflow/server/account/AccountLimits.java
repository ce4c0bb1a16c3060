package io.processflow.server.account;

import io.processflow.server.account.AccountSettings.Limits;
import io.processflow.server.platform.RateLimits;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How often accounts and networks may try what costs a hash, a mail or an account; every method may answer 429. */
@Component
class AccountLimits {

    private static final String SIGN_UPS = "sign-up:network";
    private static final String SIGN_INS = "sign-in:network";
    private static final String ATTEMPTS = "sign-in:account";
    private static final String PASSWORD_TRIES = "password:account";
    private static final String MAILS = "mail:address";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits rates;
    private final Limits limits;

    AccountLimits(RateLimits rates, AccountSettings settings) {
        this.rates = rates;
        this.limits = settings.limits();
    }

    void signUp(Device device) {
        rates.take(SIGN_UPS, Network.of(device), limits.signUps(), HOUR);
    }

    /** Counts before the password is looked at, so that parallel tries can not outrun it. */
    void signIn(Device device, String email) {
        rates.take(SIGN_INS, Network.of(device), limits.signIns(), MINUTE);
        rates.tryOnce(ATTEMPTS, email, limits.attempts());
    }

    /** Only failures are limited: an office of people behind one address may sign in at nine. */
    void signedIn(Device device, String email) {
        rates.giveBack(SIGN_INS, Network.of(device), limits.signIns());
        rates.forget(ATTEMPTS, email);
    }

    void passwordTry(UUID userId) {
        rates.tryOnce(PASSWORD_TRIES, userId.toString(), limits.attempts());
    }

    void passwordWasRight(UUID userId) {
        rates.forget(PASSWORD_TRIES, userId.toString());
    }

    void mail(String email) {
        rates.take(MAILS, email, limits.mails(), HOUR);
    }
}
