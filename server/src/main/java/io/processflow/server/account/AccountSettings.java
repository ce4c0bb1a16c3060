package io.processflow.server.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of accounts.
 *
 * @param minimumPasswordLength 12, and never below 8
 * @param passwordFormat what new hashes are written as; the other one is read all the same
 * @param emailVerification whether an address has to be confirmed before teams can be used
 */
@ConfigurationProperties("processflow.account")
@Validated
public record AccountSettings(
        @DefaultValue("12") @Min(8) @Max(128) int minimumPasswordLength,
        @DefaultValue("argon2id") PasswordFormat passwordFormat,
        @DefaultValue("auto") Verifying emailVerification,
        @Valid @DefaultValue Limits limits,
        @DefaultValue SessionTimes sessions) {

    /** Scrypt is for installations that share the tables with an application on better-auth. */
    public enum PasswordFormat {
        ARGON2ID,
        SCRYPT
    }

    /** Auto: required as soon as mail can be sent. */
    public enum Verifying {
        AUTO,
        REQUIRED,
        OFF
    }

    /**
     * How much is too much (spec 7, S1).
     *
     * @param signUps an address of the network may sign up so often in an hour
     * @param signIns an address of the network may fail to sign in so often in a minute
     * @param attempts an account may be tried so often before each further try has to wait longer
     * @param mails an e-mail address gets at most so many mails in an hour
     */
    public record Limits(
            @DefaultValue("20") @Min(1) int signUps,
            @DefaultValue("20") @Min(1) int signIns,
            @DefaultValue("5") @Min(1) int attempts,
            @DefaultValue("3") @Min(1) int mails) {}

    /**
     * How long a session lives, by the database's clock.
     *
     * @param idle without use
     * @param idleWhenStaying without use, for who asked to stay signed in
     * @param absolute in any case
     * @param fresh how long after sign-in passwords and the like can be changed
     */
    public record SessionTimes(
            @DefaultValue("24h") Duration idle,
            @DefaultValue("7d") Duration idleWhenStaying,
            @DefaultValue("30d") Duration absolute,
            @DefaultValue("15m") Duration fresh) {}
}
