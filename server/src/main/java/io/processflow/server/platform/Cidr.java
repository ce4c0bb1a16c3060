package io.processflow.server.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A network as an address and the number of leading bits that count: 10.0.0.0/8, fd00::/8. */
public record Cidr(InetAddress network, int bits) {

    /** Only literal addresses, so that parsing never asks a name server. */
    private static final Pattern LITERAL =
            Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(/(\\d{1,3}))?");

    /** @throws IllegalArgumentException when the text is no network */
    public static Cidr of(String text) {
        var parts = LITERAL.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a network like 10.0.0.0/8 or fd00::/8, but got " + text);
        }
        InetAddress network = literal(parts.group(1));
        int longest = network.getAddress().length * 8;
        int bits = parts.group(3) == null ? longest : Integer.parseInt(parts.group(3));
        if (bits > longest) {
            throw new IllegalArgumentException("expected at most " + longest + " bits, but got " + text);
        }
        return new Cidr(network, bits);
    }

    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        int whole = bits / 8;
        if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("expected an IP address, but got " + address, wrong);
        }
    }
}
