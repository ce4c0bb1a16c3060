package io.processflow.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on accounts and their passwords. */
@Repository
class UserStore {

    /** Who has an address, and the hash of the password (null: none is set). */
    record Credential(UUID userId, @Nullable String password) {}

    private static final String OPEN_ACCOUNTS = """
            select id, email, username, name, language, is_dark_mode_enabled, email_verified
              from "user"
             where deleted_at is null and
            """;

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when the address or the username is taken */
    Optional<UUID> insert(String email, String username) {
        return jdbc.sql("""
                        insert into "user" (email, username) values (:email, :username)
                        on conflict do nothing returning id""")
                .param("email", email)
                .param("username", username)
                .query(UUID.class)
                .optional();
    }

    Optional<User> find(UUID userId) {
        return jdbc.sql(OPEN_ACCOUNTS + "id = :id")
                .param("id", userId)
                .query(UserStore::user)
                .optional();
    }

    Optional<User> findByEmail(String email) {
        return jdbc.sql(OPEN_ACCOUNTS + "lower(email) = lower(:email)")
                .param("email", email)
                .query(UserStore::user)
                .optional();
    }

    /** Closed accounts included: history shows them. */
    List<Person> persons(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, username, name, email, deleted_at is not null as removed
                          from "user" where id = any (:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("removed")))
                .list();
    }

    Optional<Credential> credential(String email) {
        return jdbc.sql("""
                        select u.id, a.password
                          from "user" u
                          left join account a on a.user_id = u.id and a.provider_id = 'credential'
                         where lower(u.email) = lower(:email) and u.deleted_at is null""")
                .param("email", email)
                .query((row, number) -> new Credential(row.getObject("id", UUID.class), row.getString("password")))
                .optional();
    }

    /** Writes a hash of the newer form, unless the password was changed meanwhile. */
    boolean upgradePassword(UUID userId, String old, String hash) {
        return jdbc.sql("""
                        update account set password = :hash, updated_at = now()
                         where user_id = :user and provider_id = 'credential' and password = :old""")
                        .param("hash", hash)
                        .param("user", userId)
                        .param("old", old)
                        .update()
                == 1;
    }

    void setPassword(UUID userId, String hash) {
        jdbc.sql("""
                        insert into account (user_id, provider_id, account_id, password)
                        values (:user, 'credential', :user::text, :hash)
                        on conflict (provider_id, account_id)
                        do update set password = excluded.password, updated_at = now()""").param("user", userId).param("hash", hash).update();
    }

    void markVerified(UUID userId) {
        jdbc.sql("""
                        update "user" set email_verified = true, updated_at = now()
                         where id = :user and deleted_at is null""").param("user", userId).update();
    }

    void update(User changed) {
        jdbc.sql("""
                        update "user"
                           set username = :username, name = :name, language = :language,
                               is_dark_mode_enabled = :dark, updated_at = now()
                         where id = :id and deleted_at is null""")
                .param("username", changed.username())
                .param("name", changed.name())
                .param("language", changed.language())
                .param("dark", changed.isDarkModeEnabled())
                .param("id", changed.id())
                .update();
    }

    /** Leaves a tombstone, because history points to it. */
    void close(UUID userId) {
        jdbc.sql("delete from account where user_id = :user")
                .param("user", userId)
                .update();
        jdbc.sql("""
                        update "user"
                           set email = id::text, username = id::text, name = id::text, language = null,
                               is_dark_mode_enabled = null, avatar = null, email_verified = false,
                               deleted_at = now(), updated_at = now()
                         where id = :user""").param("user", userId).update();
    }

    /** Keeps the account from being changed or closed by somebody else until the transaction ends. */
    boolean lock(UUID userId) {
        return jdbc.sql("""
                        select id from "user" where id = :user and deleted_at is null for no key update""").param("user", userId).query(UUID.class).optional().isPresent();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("username"),
                row.getString("name"),
                row.getString("language"),
                row.getObject("is_dark_mode_enabled", Boolean.class),
                row.getBoolean("email_verified"));
    }
}
