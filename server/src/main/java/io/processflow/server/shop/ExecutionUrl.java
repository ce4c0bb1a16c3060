package io.processflow.server.shop;

import io.processflow.server.platform.AllowedNetworks;
import io.processflow.server.platform.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a URL must look like so that this server may call it or show it in a frame. Java, browsers and operating systems
 * read unusual spellings of an address differently, so only the usual ones are accepted. The address a name stands for
 * is looked at again whenever a call is made.
 */
public final class ExecutionUrl {

    private static final int LONGEST = 2048;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** Never for the public: private, local, documentation, relay and embedded-IPv4 ranges. */
    private static final AllowedNetworks INNER = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/9",
            "ff00::/8");

    private ExecutionUrl() {}

    /** Whether a connection to the address may be opened: it is public, or the installation allows its network. */
    public static boolean mayConnect(InetAddress address, AllowedNetworks allowed) {
        return allowed.contain(address) || !INNER.contain(address);
    }

    /** Whether plain http to the address may be spoken: only inside the networks that the installation allows. */
    public static boolean maySpeakPlainly(InetAddress address, AllowedNetworks allowed) {
        return allowed.contain(address);
    }

    /**
     * What is wrong with a URL, as a sentence for its author; empty when it may be kept.
     *
     * @param allowed the networks of the installation that may be called although they are not public
     */
    public static Optional<String> problem(String url, AllowedNetworks allowed) {
        if (url.length() > LONGEST) {
            return Optional.of("A URL has at most " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException noUrl) {
            return Optional.of("This is no URL. Expected something like https://example.com/do.");
        }
        return Optional.ofNullable(problem(uri, allowed));
    }

    private static @Nullable String problem(URI uri, AllowedNetworks allowed) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return "The URL starts with https:// or http://.";
        }
        String host = uri.getHost();
        if (uri.isOpaque() || host == null) {
            return "The URL needs a host: a DNS name or an IP address.";
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return "The URL has no user name, no password and no part after #.";
        }
        int port = uri.getPort();
        if (port != -1 && port != 80 && port != 443 && (port < 1024 || port > 65535)) {
            return "The port is 80, 443 or from 1024 to 65535.";
        }
        if (port == -1 && uri.getRawAuthority().endsWith(":")) {
            return "The port after the colon is missing.";
        }
        return hostProblem(host, scheme.equals("http"), allowed);
    }

    private static @Nullable String hostProblem(String host, boolean plain, AllowedNetworks allowed) {
        InetAddress address;
        if (host.startsWith("[")) {
            address = host.contains("%") ? null : literal(host.substring(1, host.length() - 1));
            if (address == null || address.getAddress().length == 4) {
                return "The IP address is not spelled in the usual way.";
            }
        } else if (NUMERIC.matcher(host.substring(host.lastIndexOf('.') + 1)).matches()) {
            address = DOTTED.matcher(host).matches() ? literal(host) : null;
            if (address == null) {
                return "The IP address is not spelled in the usual way: four numbers from 0 to 255, without leading zeros.";
            }
        } else {
            return nameProblem(host.toLowerCase(Locale.ROOT), plain, allowed);
        }
        return addressProblem(address, plain, allowed);
    }

    private static @Nullable String nameProblem(String host, boolean plain, AllowedNetworks allowed) {
        boolean wellFormed = host.length() <= 253;
        for (String label : host.split("\\.", -1)) {
            wellFormed &= LABEL.matcher(label).matches();
        }
        if (!wellFormed) {
            return "The host is no DNS name.";
        }
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return addressProblem(InetAddress.getLoopbackAddress(), plain, allowed);
        }
        return plain && allowed.networks().isEmpty() ? onlyHttps() : null;
    }

    private static @Nullable String addressProblem(InetAddress address, boolean plain, AllowedNetworks allowed) {
        if (!mayConnect(address, allowed)) {
            return "This address is inside a network that this installation does not allow to be called. "
                    + "An administrator can allow it (processflow.activity.allowed-networks).";
        }
        return plain && !maySpeakPlainly(address, allowed) ? onlyHttps() : null;
    }

    private static String onlyHttps() {
        return "Outside the networks that this installation allows, only https:// is accepted.";
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static AllowedNetworks networks(String... cidrs) {
        return new AllowedNetworks(Arrays.stream(cidrs).map(Cidr::of).toList());
    }
}
