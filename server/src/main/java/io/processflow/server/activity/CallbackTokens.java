package io.processflow.server.activity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The tokens that authorise an activity's server to answer one visit: the same for every attempt of its call, never stored,
 * never logged.
 */
@Component
class CallbackTokens {

    private final InstallationKey key;

    CallbackTokens(InstallationKey key) {
        this.key = key;
    }

    String of(long callId, long elementInstanceId) {
        byte[] mac = key.sign("callback", Long.toString(callId), Long.toString(elementInstanceId), "server");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    boolean verifies(String token, long callId, long elementInstanceId) {
        // Constant time: how much of a token is right must not show.
        return MessageDigest.isEqual(of(callId, elementInstanceId).getBytes(US_ASCII), token.getBytes(US_ASCII));
    }
}
