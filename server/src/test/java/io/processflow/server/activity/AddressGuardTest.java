package io.processflow.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.platform.AllowedNetworks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final AllowedNetworks NONE = new AllowedNetworks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "224.0.0.1",
                "255.255.255.255"
            })
    void refusesEveryInnerAddress(String address) {
        assertThatThrownBy(() -> new AddressGuard(answering(address), NONE).resolve("name.example"))
                .isInstanceOf(AddressGuard.Refused.class);
    }

    @Test
    void refusesANameWithOneInnerAddressAmongPublicOnes() {
        assertThatThrownBy(
                        () -> new AddressGuard(answering("93.184.216.34", "127.0.0.1"), NONE).resolve("mixed.example"))
                .isInstanceOf(AddressGuard.Refused.class);
    }

    @Test
    void letsPublicAddressesAndAllowedNetworksThrough() throws UnknownHostException {
        assertThat(new AddressGuard(answering("93.184.216.34"), NONE).resolve("public.example"))
                .hasSize(1);
        assertThat(new AddressGuard(answering("127.0.0.1"), AllowedNetworks.LOOPBACK).resolve("localhost"))
                .hasSize(1);
    }

    private static DnsResolver answering(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] resolved = new InetAddress[addresses.length];
                for (int i = 0; i < addresses.length; i++) {
                    resolved[i] = InetAddress.getByName(addresses[i]);
                }
                return resolved;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
