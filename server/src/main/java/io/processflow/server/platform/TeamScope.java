package io.processflow.server.platform;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one transaction that sees the rows of the given teams and no others: the second net below the service's
 * own checks (row-level security). Nested calls join the transaction and may not name a team the outer one does not.
 */
@Component
public class TeamScope {

    private static final String WORKER = "worker";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TeamScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T extends @Nullable Object> T inTeam(long teamId, Supplier<T> work) {
        return inTeams(List.of(teamId), work);
    }

    /** In the order and number given; no team at all is a scope that sees no team's rows. */
    public <T extends @Nullable Object> T inTeams(Collection<Long> teamIds, Supplier<T> work) {
        return scoped(new Scope(List.copyOf(teamIds), false), work);
    }

    /** For what belongs to no team: accounts, sessions, settings. */
    public <T extends @Nullable Object> T outsideTeams(Supplier<T> work) {
        return scoped(new Scope(List.of(), false), work);
    }

    /** For the installation's own work over all teams; the database limits it to the tables of the running engine. */
    public <T extends @Nullable Object> T asWorker(Supplier<T> work) {
        return scoped(new Scope(List.of(), true), work);
    }

    /**
     * Adds the caller's own teams, just read from the caller's memberships, to a transaction that had none; the only way
     * a scope grows.
     */
    public <T extends @Nullable Object> T widen(Collection<Long> ownTeamIds, Supplier<T> work) {
        Scope outer = (Scope) TransactionSynchronizationManager.getResource(this);
        if (outer == null || outer.worker() || !outer.teamIds().isEmpty()) {
            return inTeams(ownTeamIds, work);
        }
        TransactionSynchronizationManager.unbindResource(this);
        Scope wider = new Scope(List.copyOf(ownTeamIds), false);
        TransactionSynchronizationManager.bindResource(this, wider);
        enter(wider);
        return work.get();
    }

    /**
     * Part of a transaction in teams' scope that may search the titles of all open tasks, and sees nothing else. What it finds
     * are ids; the rows are read again within the scope, so that nothing shows that would not show without it.
     */
    public List<Long> searching(Supplier<List<Long>> work) {
        Scope outer = (Scope) TransactionSynchronizationManager.getResource(this);
        if (outer == null || outer.worker()) {
            throw new IllegalStateException("expected to search within a scope of teams, but the scope is " + outer);
        }
        // Planned anew each time: a plan made before there were tasks would read all of them.
        jdbc.sql("""
                        select set_config('role', 'processflow_search', true),
                               set_config('plan_cache_mode', 'force_custom_plan', true)""").query((row, number) -> row.getString(1)).single();
        List<Long> found = work.get();
        // Not when the search fails: then the transaction does, and its role with it.
        jdbc.sql("select set_config('role', 'processflow_runtime', true), set_config('plan_cache_mode', 'auto', true)")
                .query((row, number) -> row.getString(1))
                .single();
        return found;
    }

    /** Lets this transaction also see the memberships of a person and the invitations to an address. */
    public void actFor(UUID userId, @Nullable String email) {
        jdbc.sql("select set_config('app.user_id', :user, true), set_config('app.email', :email, true)")
                .param("user", userId.toString())
                .param("email", email == null ? "" : email.toLowerCase(java.util.Locale.ROOT))
                .query((row, number) -> row.getString(1))
                .single();
    }

    private <T extends @Nullable Object> T scoped(Scope scope, Supplier<T> work) {
        Scope outer = (Scope) TransactionSynchronizationManager.getResource(this);
        if (outer != null) {
            if (!outer.covers(scope)) {
                throw new IllegalStateException(
                        "expected a scope within " + outer + ", but " + scope + " was asked for");
            }
            return work.get();
        }
        return transaction.execute(status -> {
            TransactionSynchronizationManager.bindResource(this, scope);
            try {
                enter(scope);
                T result = work.get();
                if (!status.isNewTransaction()) {
                    leave();
                }
                return result;
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
            }
        });
    }

    /** The transaction goes on and another scope may follow: what this one could see must not show there. */
    private void leave() {
        jdbc.sql("set local role processflow_runtime").update();
        jdbc.sql("""
                        select set_config('app.team_ids', '', true), set_config('app.user_id', '', true),
                               set_config('app.email', '', true), set_config('app.invitation_token_hash', '', true)""").query((row, number) -> row.getString(1)).single();
    }

    private void enter(Scope scope) {
        if (scope.worker()) {
            jdbc.sql("set local role processflow_worker").update();
        } else if (!scope.teamIds().isEmpty()) {
            jdbc.sql("select set_config('app.team_ids', :teams, true)")
                    .param("teams", scope.asArray())
                    .query((row, number) -> row.getString(1))
                    .single();
        }
    }

    private record Scope(List<Long> teamIds, boolean worker) {

        boolean covers(Scope inner) {
            return worker == inner.worker && teamIds.containsAll(inner.teamIds);
        }

        String asArray() {
            return teamIds.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public String toString() {
            return worker ? WORKER : "teams " + teamIds;
        }
    }
}
