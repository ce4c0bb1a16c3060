package io.processflow.server.account;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on sessions; what is over, the database's clock says. */
@Repository
class SessionStore {

    /** @param unwritten the last use written down is so long ago that it has to be written again */
    record Found(Caller caller, boolean unwritten) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID userId, byte[] tokenHash, boolean staySignedIn, Duration idle, Device device) {
        jdbc.sql("""
                        insert into session (user_id, token, expires_at, ip_address, user_agent, stay_signed_in)
                        values (:user, :token, now() + make_interval(secs => :idle), :ip, :agent, :stay)""")
                .param("user", userId)
                .param("token", tokenHash)
                .param("idle", (double) idle.toSeconds())
                .param("ip", device.ipAddress())
                .param("agent", device.userAgent())
                .param("stay", staySignedIn)
                .update();
    }

    Optional<Found> find(byte[] tokenHash, Duration absolute, Duration writeEvery) {
        return jdbc.sql("""
                        select s.id, s.user_id, s.created_at, u.email, u.username, u.email_verified,
                               s.last_seen_at < now() - make_interval(secs => :every) as unwritten
                          from session s join "user" u on u.id = s.user_id
                         where s.token = :token and s.expires_at > now()
                           and s.created_at > now() - make_interval(secs => :absolute) and u.deleted_at is null""")
                .param("token", tokenHash)
                .param("absolute", (double) absolute.toSeconds())
                .param("every", (double) writeEvery.toSeconds())
                .query((row, number) -> new Found(
                        new Caller(
                                row.getObject("user_id", UUID.class),
                                row.getObject("id", UUID.class),
                                row.getString("email"),
                                row.getString("username"),
                                row.getBoolean("email_verified"),
                                Db.instant(row, "created_at")),
                        row.getBoolean("unwritten")))
                .optional();
    }

    /** Writes the use down and moves the end on; an ended session is not revived. */
    void touch(UUID sessionId, AccountSettings.SessionTimes times) {
        jdbc.sql("""
                        update session
                           set last_seen_at = now(),
                               expires_at = least(
                                   now() + make_interval(secs => case when stay_signed_in then :staying else :idle end),
                                   created_at + make_interval(secs => :absolute))
                         where id = :id and expires_at > now()""")
                .param("staying", (double) times.idleWhenStaying().toSeconds())
                .param("idle", (double) times.idle().toSeconds())
                .param("absolute", (double) times.absolute().toSeconds())
                .param("id", sessionId)
                .update();
    }

    boolean isFresh(UUID sessionId, Duration fresh) {
        return jdbc.sql("""
                        select exists (select from session
                                        where id = :id and created_at > now() - make_interval(secs => :fresh))""")
                .param("id", sessionId)
                .param("fresh", (double) fresh.toSeconds())
                .query(Boolean.class)
                .single();
    }

    boolean staysSignedIn(UUID sessionId) {
        return jdbc.sql("select stay_signed_in from session where id = :id")
                .param("id", sessionId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<OpenSession> list(Caller caller, Duration absolute) {
        return jdbc.sql("""
                        select id, created_at, last_seen_at, expires_at, ip_address, user_agent
                          from session
                         where user_id = :user and expires_at > now()
                           and created_at > now() - make_interval(secs => :absolute)
                         order by last_seen_at desc, id""")
                .param("user", caller.userId())
                .param("absolute", (double) absolute.toSeconds())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Instant createdAt = Db.instant(row, "created_at");
                    return new OpenSession(
                            id,
                            createdAt,
                            Db.instant(row, "last_seen_at"),
                            Db.instant(row, "expires_at"),
                            row.getString("ip_address"),
                            row.getString("user_agent"),
                            id.equals(caller.sessionId()));
                })
                .list();
    }

    boolean delete(UUID userId, UUID sessionId) {
        return jdbc.sql("delete from session where id = :id and user_id = :user")
                        .param("id", sessionId)
                        .param("user", userId)
                        .update()
                == 1;
    }

    void deleteByToken(byte[] tokenHash) {
        jdbc.sql("delete from session where token = :token")
                .param("token", tokenHash)
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("delete from session where user_id = :user")
                .param("user", userId)
                .update();
    }

    int sweep() {
        return jdbc.sql("delete from session where expires_at < now()").update();
    }
}
