package io.processflow.server.account;

import static java.util.stream.Collectors.toMap;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People: who somebody is to others, the own profile, and closing an account. */
@Component
public class Accounts {

    private final UserStore users;
    private final VerificationStore verifications;
    private final Sessions sessions;
    private final EmailVerification verification;
    private final ObjectProvider<AccountRemoval> removals;
    private final TransactionTemplate transaction;

    Accounts(
            UserStore users,
            VerificationStore verifications,
            Sessions sessions,
            EmailVerification verification,
            ObjectProvider<AccountRemoval> removals,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.verifications = verifications;
        this.sessions = sessions;
        this.verification = verification;
        this.removals = removals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Closed accounts are found too: history shows them. */
    public Optional<Person> find(UUID id) {
        return users.persons(List.of(id)).stream().findFirst();
    }

    /** By id; ids of nobody are left out. */
    public Map<UUID, Person> findAll(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : users.persons(ids).stream().collect(toMap(Person::id, Function.identity()));
    }

    /** @return empty also for the address of a closed account */
    public Optional<Person> findByEmail(String email) {
        return users.findByEmail(email)
                .map(user -> new Person(user.id(), user.username(), user.name(), user.email(), false));
    }

    public User profile(Caller caller) {
        return verification.applyTo(users.find(caller.userId()).orElseThrow(Rejection::notSignedIn));
    }

    /** @throws Rejection 409 {@code username-taken} */
    public User change(Caller caller, ProfileChange change) {
        try {
            return verification.applyTo(changed(caller, change));
        } catch (DuplicateKeyException taken) {
            throw usernameTaken();
        }
    }

    /**
     * Closes the account: what it completed stays, without a name.
     *
     * @throws Rejection 409 {@code owns-teams} with their names; 403 {@code sign-in-again}
     */
    public void remove(Caller caller) {
        sessions.requireFresh(caller);
        transaction.executeWithoutResult(status -> {
            UUID userId = caller.userId();
            if (!users.lock(userId)) {
                throw Rejection.notSignedIn();
            }
            List<String> objections = removals.orderedStream()
                    .flatMap(removal -> removal.objections(userId).stream())
                    .toList();
            if (!objections.isEmpty()) {
                throw Rejection.conflict("owns-teams", "You own teams. Hand each of them over or delete it first.")
                        .with("teams", objections);
            }
            removals.orderedStream().forEach(removal -> removal.removed(userId));
            verifications.deleteAll(userId);
            sessions.endAll(userId);
            users.close(userId);
        });
    }

    static Rejection usernameTaken() {
        return Rejection.conflict("username-taken", "This username is taken. Choose another one.")
                .with("errors", List.of(new Rejection.FieldError("/username", "is taken")));
    }

    private User changed(Caller caller, ProfileChange change) {
        return transaction.execute(status -> {
            if (!users.lock(caller.userId())) {
                throw Rejection.notSignedIn();
            }
            User changed = change.applyTo(users.find(caller.userId()).orElseThrow());
            users.update(changed);
            return changed;
        });
    }
}
