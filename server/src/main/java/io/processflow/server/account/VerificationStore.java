package io.processflow.server.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on what was sent by mail to be shown again: {@code identifier} says what for and to whom, {@code value} holds the hash. */
@Repository
class VerificationStore {

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new one kills those before it. */
    void replace(String identifier, String hash, Duration valid) {
        jdbc.sql("delete from verification where identifier = :identifier")
                .param("identifier", identifier)
                .update();
        jdbc.sql("""
                        insert into verification (identifier, value, expires_at)
                        values (:identifier, :hash, now() + make_interval(secs => :valid))""")
                .param("identifier", identifier)
                .param("hash", hash)
                .param("valid", (double) valid.toSeconds())
                .update();
    }

    Optional<String> find(String purpose, String hash) {
        return jdbc.sql("""
                        select identifier from verification
                         where value = :hash and starts_with(identifier, :purpose) and expires_at > now()""")
                .param("hash", hash)
                .param("purpose", purpose)
                .query(String.class)
                .optional();
    }

    /** Takes it away in one statement: of many who come at once, one gets it. */
    Optional<String> consume(String purpose, String hash) {
        return jdbc.sql("""
                        delete from verification
                         where value = :hash and starts_with(identifier, :purpose) and expires_at > now()
                        returning identifier""")
                .param("hash", hash)
                .param("purpose", purpose)
                .query(String.class)
                .optional();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("delete from verification where identifier like '%:' || :user || ':%'")
                .param("user", userId.toString())
                .update();
    }

    int sweep() {
        return jdbc.sql("delete from verification where expires_at < now()").update();
    }
}
