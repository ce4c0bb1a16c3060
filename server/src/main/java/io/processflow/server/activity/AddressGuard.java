package io.processflow.server.activity;

import io.processflow.server.platform.AllowedNetworks;
import io.processflow.server.shop.ExecutionUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for calls and lets only addresses through that may be called. The client connects to exactly what is
 * returned here, so a name that changes its address between check and use gains nothing.
 */
final class AddressGuard implements DnsResolver {

    private final DnsResolver resolver;
    private final AllowedNetworks allowed;

    AddressGuard(AllowedNetworks allowed) {
        this(SystemDefaultDnsResolver.INSTANCE, allowed);
    }

    AddressGuard(DnsResolver resolver, AllowedNetworks allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** An address that may not be called; a name with one such address is refused whole. */
    static final class Refused extends UnknownHostException {
        Refused(String host) {
            super("address not allowed: " + host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (!Arrays.stream(addresses).allMatch(address -> ExecutionUrl.mayConnect(address, allowed))) {
            throw new Refused(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
