package io.processflow.server.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The password format of better-auth: {@code hex(salt):hex(key)}, where the salt given to scrypt is the ASCII text of the
 * hex digits, not the bytes they stand for.
 */
final class BetterAuthScrypt implements PasswordEncoder {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}:[0-9a-f]{128}");
    private static final int COST = 16_384;
    private static final int BLOCK = 16;
    private static final int PARALLEL = 1;
    private static final int KEY_BYTES = 64;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    static boolean wrote(String encoded) {
        return FORM.matcher(encoded).matches();
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String digits = HexFormat.of().formatHex(salt);
        return digits + ":" + HexFormat.of().formatHex(key(String.valueOf(password), digits));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null || !wrote(encoded)) {
            return false;
        }
        int colon = encoded.indexOf(':');
        byte[] expected = HexFormat.of().parseHex(encoded, colon + 1, encoded.length());
        return MessageDigest.isEqual(expected, key(password.toString(), encoded.substring(0, colon)));
    }

    private static byte[] key(String password, String saltDigits) {
        return SCrypt.generate(
                password.getBytes(UTF_8), saltDigits.getBytes(US_ASCII), COST, BLOCK, PARALLEL, KEY_BYTES);
    }
}
