package io.processflow.server.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network somebody comes from, as limits count it: one address of IPv4, or a /64 of IPv6, which is what one household gets. */
final class Network {

    private static final int PREFIX_BYTES = 8;

    private Network() {}

    static String of(Device device) {
        String address = device.ipAddress();
        int zone = address.indexOf('%');
        InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
        return parsed instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) + "/64"
                : parsed.getHostAddress();
    }
}
