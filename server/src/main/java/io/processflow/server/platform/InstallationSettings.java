package io.processflow.server.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is true of the whole installation.
 *
 * @param baseUrl the address people reach this installation at; links in mails and invitations start with it, never with
 *     the Host header of a request
 * @param data the folder of the embedded database and of files
 */
@Validated
@ConfigurationProperties("processflow")
public record InstallationSettings(
        @NotNull URI baseUrl,
        @NotBlank @DefaultValue("data") String data) {

    public Path dataFolder() {
        return Path.of(data).toAbsolutePath().normalize();
    }
}
