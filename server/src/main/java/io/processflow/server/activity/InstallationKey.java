package io.processflow.server.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key the installation made for itself at its first use, the same for all nodes; signs callback tokens. */
@Component
class InstallationKey {

    private static final String NAME = "callback";
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec key;

    InstallationKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** HMAC-SHA-256 over the parts, each behind its length, so that no two lists of parts read the same. */
    byte[] sign(String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key());
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                mac.update((byte) (bytes.length >>> 8));
                mac.update((byte) bytes.length);
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected every JDK to know " + HMAC, impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(stored(), HMAC);
            key = known;
        }
        return known;
    }

    private byte[] stored() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into installation_key (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", NAME)
                .param("value", fresh)
                .update();
        return jdbc.sql("select value from installation_key where name = :name")
                .param("name", NAME)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
