package io.processflow.server.account;

import org.jspecify.annotations.Nullable;

/** Where a request comes from, as the person sees it in the list of sessions and as limits count it. */
public record Device(String ipAddress, @Nullable String userAgent) {

    private static final int LONGEST_AGENT = 512;

    public Device {
        if (userAgent != null && userAgent.length() > LONGEST_AGENT) {
            userAgent = userAgent.substring(0, LONGEST_AGENT);
        }
    }
}
