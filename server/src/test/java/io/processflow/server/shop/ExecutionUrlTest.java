package io.processflow.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.platform.AllowedNetworks;
import io.processflow.server.platform.Cidr;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionUrlTest {

    private static final AllowedNetworks NONE = new AllowedNetworks(List.of());
    private static final AllowedNetworks LAN =
            new AllowedNetworks(List.of(Cidr.of("10.1.0.0/16"), Cidr.of("fd00::/8")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/do?step=1",
                "HTTPS://Example.com:8443/",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "https://xn--bcher-kva.example/"
            })
    void acceptsPublicAddresses(String url) {
        assertThat(ExecutionUrl.problem(url, NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "https://localhost:8443/",
                "https://api.localhost/",
                "https://0.0.0.0/",
                "https://0177.0.0.1/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://2130706433/",
                "https://127.0.0.1./",
                "https://[::1]/",
                "https://[::]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://256.1.1.1/",
                "https://1.2.3/",
            })
    void refusesEverySpellingOfAnInnerAddress(String url) {
        assertThat(ExecutionUrl.problem(url, NONE)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/instance/task/activity",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:https://example.com/a.jar!/",
                "https:example.com",
                "https://",
                "https:///path",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "https://example.com:22/",
                "https://example.com:70000/",
                "https://example.com:/",
                "https://exa mple.com/",
                "https://exa_mple.com/",
                "https://bücher.example/",
                "https://-example.com/",
                "https://example.com\u0000/",
                "http://example.com/",
            })
    void refusesWhatIsNoPlainWebAddress(String url) {
        assertThat(ExecutionUrl.problem(url, NONE)).isNotEmpty();
    }

    @Test
    void refusesALongUrl() {
        assertThat(ExecutionUrl.problem("https://example.com/" + "a".repeat(2048), NONE))
                .isNotEmpty();
    }

    @Test
    void speaksPlainHttpOnlyInsideAllowedNetworks() {
        assertThat(ExecutionUrl.problem("http://10.1.2.3:8080/do", LAN)).isEmpty();
        assertThat(ExecutionUrl.problem("http://[fd00::12]/do", LAN)).isEmpty();
        assertThat(ExecutionUrl.problem("http://10.2.2.3/do", LAN)).isNotEmpty();
        assertThat(ExecutionUrl.problem("http://93.184.215.14/do", LAN)).isNotEmpty();
        assertThat(ExecutionUrl.problem("http://activities.lan/do", LAN)).isEmpty();
        assertThat(ExecutionUrl.problem("http://localhost:8085/do", AllowedNetworks.LOOPBACK))
                .isEmpty();
        assertThat(ExecutionUrl.problem("http://127.0.0.1:8085/do", AllowedNetworks.LOOPBACK))
                .isEmpty();
    }

    @Test
    void tellsWhatMayBeConnectedTo() {
        assertThat(ExecutionUrl.mayConnect(InetAddress.ofLiteral("10.1.2.3"), NONE))
                .isFalse();
        assertThat(ExecutionUrl.mayConnect(InetAddress.ofLiteral("10.1.2.3"), LAN))
                .isTrue();
        assertThat(ExecutionUrl.mayConnect(InetAddress.ofLiteral("93.184.215.14"), NONE))
                .isTrue();
        assertThat(ExecutionUrl.mayConnect(InetAddress.ofLiteral("224.0.0.1"), NONE))
                .isFalse();
        assertThat(ExecutionUrl.mayConnect(InetAddress.ofLiteral("ff02::1"), NONE))
                .isFalse();
    }
}
