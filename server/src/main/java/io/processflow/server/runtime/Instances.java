package io.processflow.server.runtime;

import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes commands on instances, and answers when they are stored. Those of different callers share transactions
 * ({@link GroupCommit}); who calls within a transaction, as a request with an Idempotency-Key does, has its command in that
 * very transaction.
 */
@Service
public class Instances {

    private final TeamScope scope;
    private final JdbcTemplate jdbc;
    private final GroupParts parts;
    private final GroupCommit groups;

    Instances(
            TeamScope scope,
            JdbcTemplate jdbc,
            GroupParts parts,
            CommitConnections connections,
            CommitSettings settings) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.parts = parts;
        this.groups = new GroupCommit(parts, connections, settings, this::alone);
    }

    /** @throws Rejection when the command was refused; nothing was changed then */
    public AppliedStep submit(InstanceCommand command) {
        return outcome(command).orThrow();
    }

    /** What came of the command. */
    public Outcome outcome(InstanceCommand command) {
        return outcomes(List.of(command)).getFirst();
    }

    /** What came of each command; one that is refused takes nothing from the others. */
    public List<Outcome> outcomes(List<InstanceCommand> commands) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return commands.stream().map(this::alone).toList();
        }
        return groups.submit(commands);
    }

    GroupCommit groups() {
        return groups;
    }

    /** What came of the command, in a transaction of its own if none is under way, decided from what is stored alone. */
    public Outcome alone(InstanceCommand command) {
        return scope.asWorker(() -> {
            CommandGroup group = new CommandGroup(parts, List.of(command), false);
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                group.run(connection);
                return true;
            });
            if (!group.taken().isEmpty()) {
                afterCommit(group);
            }
            return Objects.requireNonNull(group.outcome(0));
        });
    }

    private void afterCommit(CommandGroup group) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                groups.tellListeners(group);
            }
        });
    }
}
