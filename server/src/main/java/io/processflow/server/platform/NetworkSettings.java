package io.processflow.server.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which networks calls may leave to.
 *
 * @param allowedNetworks networks (CIDR) that activity addresses may reach besides public ones; without a value none, or
 *     loopback when the embedded database is used
 */
@Validated
@ConfigurationProperties("processflow.activity")
record NetworkSettings(@Nullable List<Cidr> allowedNetworks) {}
