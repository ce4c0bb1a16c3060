package io.processflow.server.platform;

import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits what can be tried how often, shared by all nodes and counted by single statements on the database's clock, so that
 * parallel requests can not slip through. Who is limited is stored as a hash only. Call it outside of the transaction that
 * does the work: what was tried counts, also when it failed.
 */
@Component
public class RateLimits {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(3);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final String TOO_OFTEN = "This was tried too often.";

    private final JdbcClient jdbc;

    RateLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes one of {@code size} uses, which grow again evenly within the period.
     *
     * @param what the thing limited, as in "sign-up:address"
     * @param who whose uses are counted
     * @throws Rejection 429 when none is left
     */
    public void take(String what, String who, int size, Duration period) {
        String key = key(what, who);
        double perSecond = size / (double) period.toSeconds();
        int taken = jdbc.sql("""
                        insert into rate_limit as r (key, tokens, refilled_at, expires_at)
                        values (:key, :size - 1, clock_timestamp(), clock_timestamp() + make_interval(secs => :period))
                        on conflict (key) do update
                           set tokens = least(:size, r.tokens
                                        + extract(epoch from clock_timestamp() - r.refilled_at) * :rate) - 1,
                               refilled_at = clock_timestamp(),
                               expires_at = clock_timestamp() + make_interval(secs => :period)
                         where least(:size, r.tokens
                                        + extract(epoch from clock_timestamp() - r.refilled_at) * :rate) >= 1""")
                .param("key", key)
                .param("size", (double) size)
                .param("period", (double) period.toSeconds())
                .param("rate", perSecond)
                .update();
        if (taken == 0) {
            throw Rejection.tooManyRequests(TOO_OFTEN, untilNext(key, perSecond));
        }
    }

    /** Gives back a use that turned out to be harmless, such as the right password. */
    public void giveBack(String what, String who, int size) {
        jdbc.sql("update rate_limit set tokens = least(:size, tokens + 1) where key = :key")
                .param("size", (double) size)
                .param("key", key(what, who))
                .update();
    }

    /**
     * Counts one more try in a row. The first {@code free} tries go through at once; each further one has to wait 3, 6, 12 …
     * at most 60 seconds after the one before. Nothing is ever locked for good.
     *
     * @throws Rejection 429 while the wait is not over
     */
    public void tryOnce(String what, String who, int free) {
        String key = key(what, who);
        int admitted = jdbc.sql("""
                        insert into rate_limit as r (key, tokens, failures, blocked_until, expires_at)
                        values (:key, 0, 1,
                                case when :free <= 1 then clock_timestamp() + make_interval(secs => :first) end,
                                clock_timestamp() + make_interval(secs => :forget))
                        on conflict (key) do update
                           set failures = case when r.expires_at <= clock_timestamp() then 1 else r.failures + 1 end,
                               blocked_until = case
                                   when r.expires_at > clock_timestamp() and r.failures + 1 >= :free
                                   then clock_timestamp() + make_interval(secs =>
                                            least(:first * power(2, least(r.failures + 1 - :free, 10)), :longest)) end,
                               expires_at = clock_timestamp() + make_interval(secs => :forget)
                         where r.blocked_until is null or r.blocked_until <= clock_timestamp()""")
                .param("key", key)
                .param("free", free)
                .param("first", (double) FIRST_DELAY.toSeconds())
                .param("longest", (double) LONGEST_DELAY.toSeconds())
                .param("forget", (double) FORGET.toSeconds())
                .update();
        if (admitted == 0) {
            throw Rejection.tooManyRequests(TOO_OFTEN, untilUnblocked(key));
        }
    }

    /** Forgets the tries in a row: one of them was right. */
    public void forget(String what, String who) {
        jdbc.sql("delete from rate_limit where key = :key")
                .param("key", key(what, who))
                .update();
    }

    /** Removes what no longer limits anything. */
    public int sweep() {
        return jdbc.sql("delete from rate_limit where expires_at < now()").update();
    }

    private Duration untilNext(String key, double perSecond) {
        return seconds(jdbc.sql("""
                        select greatest(0, (1 - tokens) / :rate - extract(epoch from clock_timestamp() - refilled_at))
                          from rate_limit where key = :key""").param("rate", perSecond), key);
    }

    private Duration untilUnblocked(String key) {
        return seconds(jdbc.sql("""
                select greatest(0, extract(epoch from blocked_until - clock_timestamp()))
                  from rate_limit where key = :key"""), key);
    }

    private static Duration seconds(JdbcClient.StatementSpec query, String key) {
        double seconds = query.param("key", key)
                .query((row, number) -> row.getDouble(1))
                .optional()
                .orElse(0.0);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static String key(String what, String who) {
        return what + ":" + HexFormat.of().formatHex(SecretToken.hash(who));
    }
}
