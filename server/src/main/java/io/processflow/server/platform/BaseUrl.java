package io.processflow.server.platform;

import java.net.URI;
import java.util.Set;

/** The installation's own address, from its settings. */
public record BaseUrl(URI uri) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public BaseUrl {
        String scheme = uri.getScheme();
        boolean web = "http".equals(scheme) || "https".equals(scheme);
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "expected processflow.base-url like https://processflow.example.org, but it is " + uri);
        }
    }

    public boolean https() {
        return "https".equals(uri.getScheme());
    }

    /** Whether only this machine can reach it, as in a trial. */
    public boolean loopback() {
        return LOOPBACK.contains(uri.getHost());
    }

    /** Scheme, host and port, as a browser writes it into the Origin header. */
    public String origin() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    /** The absolute address of a path that starts with one slash. */
    public String link(String path) {
        String start = uri.toString();
        return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
    }
}
