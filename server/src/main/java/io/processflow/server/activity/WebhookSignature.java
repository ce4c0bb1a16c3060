package io.processflow.server.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signs calls by Standard Webhooks ({@code v1}: HMAC-SHA-256 over id, timestamp and body) with the team's secret. */
@Component
class WebhookSignature {

    private static final String HMAC = "HmacSHA256";

    private final InstallationKey key;

    WebhookSignature(InstallationKey key) {
        this.key = key;
    }

    /** The team's secret as a receiver configures it. */
    String secret(long teamId) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.sign("webhook", Long.toString(teamId)));
    }

    /** The header {@code webhook-signature}. */
    String sign(long teamId, String webhookId, long timestamp, String body) {
        return "v1," + hmac(key.sign("webhook", Long.toString(teamId)), webhookId + "." + timestamp + "." + body);
    }

    static String hmac(byte[] secret, String content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected every JDK to know " + HMAC, impossible);
        }
    }
}
