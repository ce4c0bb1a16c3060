package io.processflow.server.account;

import io.processflow.server.account.AccountSettings.PasswordFormat;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Computes and compares password hashes: writes Argon2id, also reads the scrypt format of better-auth. */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLEL = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLEL, MEMORY_KIB, PASSES);
    private final PasswordEncoder scrypt = new BetterAuthScrypt();
    private final HashingGate gate = new HashingGate(Runtime.getRuntime().availableProcessors());
    private final AtomicLong computed = new AtomicLong();
    private final PasswordRules rules;
    private final PasswordFormat format;
    /** Compared with when nobody has the address, so that the answer takes as long as for a wrong password. */
    private final String nobodys;

    Passwords(AccountSettings settings, PasswordRules rules) {
        this.rules = rules;
        this.format = settings.passwordFormat();
        this.nobodys = hash(SecretToken.create());
    }

    /**
     * Runs what hashes passwords, with all that it asks the database: of a flood only as many requests as may hash at once
     * get to hold a connection.
     *
     * @throws Rejection 429 when too many wait
     */
    <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        return gate.pass(work);
    }

    /**
     * @param ownWords the person's username and e-mail address
     * @throws Rejection 422 for a weak password
     */
    String hashNew(String pointer, String password, List<String> ownWords) {
        rules.check(pointer, password, ownWords);
        return hash(password);
    }

    String hash(String password) {
        computed.incrementAndGet();
        return String.valueOf(writer().encode(normalised(password)));
    }

    /** Computes one hash in any case, also when there is no stored one. */
    boolean matches(String password, @Nullable String stored) {
        String comparedWith = stored == null ? nobodys : stored;
        computed.incrementAndGet();
        return reader(comparedWith).matches(normalised(password), comparedWith) && stored != null;
    }

    /** Whether the stored hash is not of the form that is written now. */
    boolean isOutdated(String stored) {
        return BetterAuthScrypt.wrote(stored) != (format == PasswordFormat.SCRYPT) || writer().upgradeEncoding(stored);
    }

    /** How many hashes were computed since the start. */
    long computed() {
        return computed.get();
    }

    private PasswordEncoder writer() {
        return format == PasswordFormat.SCRYPT ? scrypt : argon2;
    }

    private PasswordEncoder reader(String stored) {
        return BetterAuthScrypt.wrote(stored) ? scrypt : argon2;
    }

    /** The same characters may be typed as different code points; better-auth normalises in the same way. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
