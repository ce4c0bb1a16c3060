package io.processflow.server.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How activity servers are called.
 *
 * @param poll how often calls that are due are looked for, besides right after a step
 * @param lease how long a call belongs to the node that sends it; renewed while it is under way
 * @param connectTimeout for opening a connection
 * @param callTimeout for a whole call
 * @param deadline for the answer, from the first attempt
 * @param perHost calls under way to one host
 * @param perTeam calls under way of one team
 * @param wrongTokensPerMinute callbacks without a valid token that one address may send before it is told to wait
 */
@ConfigurationProperties("processflow.activity.calls")
record ActivitySettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("24h") Duration deadline,
        @DefaultValue("10") int perHost,
        @DefaultValue("50") int perTeam,
        @DefaultValue("20") int wrongTokensPerMinute) {}
