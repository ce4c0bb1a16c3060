package io.processflow.server.platform;

import java.net.InetAddress;
import java.util.List;

/** The networks inside the installation that calls to activity servers may reach, besides public addresses. */
public record AllowedNetworks(List<Cidr> networks) {

    /** What the trial on one's own machine allows: the machine itself. */
    public static final AllowedNetworks LOOPBACK =
            new AllowedNetworks(List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1/128")));

    public AllowedNetworks {
        networks = List.copyOf(networks);
    }

    public boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
