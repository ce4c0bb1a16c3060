package io.processflow.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @Test
    void makesLinksAndTheOriginFromTheInstallationsAddress() {
        BaseUrl url = new BaseUrl(URI.create("https://flow.example.org/"));
        assertThat(url.link("/invitations/7")).isEqualTo("https://flow.example.org/invitations/7");
        assertThat(url.origin()).isEqualTo("https://flow.example.org");
        assertThat(url.https()).isTrue();
        assertThat(url.loopback()).isFalse();
    }

    @Test
    void knowsATrialOnOnesOwnMachine() {
        BaseUrl url = new BaseUrl(URI.create("http://localhost:8080"));
        assertThat(url.loopback()).isTrue();
        assertThat(url.origin()).isEqualTo("http://localhost:8080");
        assertThat(url.https()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8080", "ftp://example.org", "https://", "/here", "https://example.org?x", "https:a"})
    void refusesWhatIsNoAddressOfAnInstallation(String text) {
        assertThatThrownBy(() -> new BaseUrl(text.equals("https://") ? URI.create("https:///") : URI.create(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
