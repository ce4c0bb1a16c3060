package io.processflow.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.0.1, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "10.20.0.0/12, 10.31.255.255, true",
        "10.16.0.0/12, 10.32.0.0, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::1/128, ::1, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe80::1, false",
        "128.0.0.0/1, 200.0.0.1, true",
        "128.0.0.0/1, 100.0.0.1, false",
    })
    void containsTheAddressesWithTheSameLeadingBits(String network, String address, boolean expected)
            throws UnknownHostException {
        assertThat(Cidr.of(network).contains(InetAddress.getByName(address))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "::1/129", "10.0.0/8", "10.0.0.0/", "300.0.0.1", "a.b.c.d/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Cidr.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsWhatAnyOfItsNetworksContains() throws UnknownHostException {
        AllowedNetworks allowed = new AllowedNetworks(List.of(Cidr.of("10.0.0.0/8"), Cidr.of("::1")));
        assertThat(allowed.contain(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(allowed.contain(InetAddress.getByName("::1"))).isTrue();
        assertThat(allowed.contain(InetAddress.getByName("11.1.2.3"))).isFalse();
    }
}
