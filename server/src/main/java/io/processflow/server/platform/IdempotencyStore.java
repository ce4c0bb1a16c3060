package io.processflow.server.platform;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers kept for repeats, for 24 hours. */
@Repository
class IdempotencyStore {

    /** @param body null when it may not be shown again */
    record Kept(byte[] requestHash, int status, @Nullable String body) {

        boolean isOf(byte[] hash) {
            return Arrays.equals(requestHash, hash);
        }
    }

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for this transaction. A second request with the key waits here until the first has committed or rolled
     * back.
     *
     * @return false when an answer is kept under it
     */
    boolean take(String caller, String key, byte[] requestHash) {
        return jdbc.sql("""
                        insert into idempotency as kept (caller, key, request_hash, status) values (:caller, :key, :hash, 200)
                        on conflict (caller, key) do update
                           set request_hash = excluded.request_hash, status = 200, body = null, created_at = now(),
                               expires_at = now() + interval '24 hours'
                         where kept.expires_at < now()""")
                        .param("caller", caller)
                        .param("key", key)
                        .param("hash", requestHash)
                        .update()
                == 1;
    }

    Optional<Kept> find(String caller, String key) {
        return jdbc.sql("select request_hash, status, body from idempotency where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) ->
                        new Kept(row.getBytes("request_hash"), row.getInt("status"), row.getString("body")))
                .optional();
    }

    void keep(String caller, String key, int status, @Nullable String body) {
        jdbc.sql("update idempotency set status = :status, body = :body where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .param("status", status)
                .param("body", body)
                .update();
    }
}
