package io.processflow.server.runtime;

import io.processflow.server.runtime.GroupQueue.Caller;
import io.processflow.server.runtime.GroupQueue.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Gathers commands into groups that share a transaction. Whoever finds a connection free leads a group at once, so an idle
 * system has groups of one and nobody waits for company; whoever comes while groups are under way goes with the next one.
 * The leader of a group is one of its callers: no thread is switched for a lonely command.
 */
final class GroupCommit {

    /** So long few commands wait for a group under way; then they go beside it, for it may hang. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final GroupParts parts;
    private final CommitConnections connections;
    private final int largestGroup;
    private final Function<InstanceCommand, Outcome> alone;
    private final GroupQueue queue;
    private final LongAdder groups = new LongAdder();
    private final LongAdder grouped = new LongAdder();

    GroupCommit(
            GroupParts parts,
            CommitConnections connections,
            CommitSettings settings,
            Function<InstanceCommand, Outcome> alone) {
        this.parts = parts;
        this.connections = connections;
        this.largestGroup = settings.largestGroup();
        this.queue = new GroupQueue(largestGroup, settings.connections());
        this.alone = alone;
    }

    List<Outcome> submit(List<InstanceCommand> commands) {
        if (largestGroup == 1) {
            return commands.stream().map(alone).toList();
        }
        if (commands.isEmpty()) {
            return List.of();
        }
        Caller caller = new Caller();
        List<Waiting> mine = commands.stream()
                .map(command -> new Waiting(caller, command, target(command)))
                .toList();
        queue.enter(caller, mine);
        boolean interrupted = false;
        while (!mine.stream().allMatch(Waiting::isSettled)) {
            // An interrupt waits so long: it would close the connection of all.
            interrupted |= Thread.interrupted();
            goOn(caller, mine);
        }
        if (caller.leads) {
            // Another leader took this caller's commands before this one came to lead.
            queue.handOver(List.of(), List.of());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.stream().map(GroupCommit::outcome).toList();
    }

    private static Outcome outcome(Waiting one) {
        if (one.error != null) {
            throw one.error;
        }
        return Objects.requireNonNull(one.outcome);
    }

    private @Nullable Long target(InstanceCommand command) {
        return switch (command) {
            case InstanceCommand.Start ignored -> null;
            case InstanceCommand.On on -> on.instanceId();
            case InstanceCommand.OnStep on -> {
                Long instance = parts.memory().instances().instanceOfStep(on.elementInstanceId());
                yield instance != null ? instance : (Long) (-on.elementInstanceId());
            }
        };
    }

    /** Leads when it is this caller's turn, works off what nobody else does, else waits. */
    private void goOn(Caller caller, List<Waiting> mine) {
        Optional<Waiting> alone =
                mine.stream().filter(one -> one.alone && !one.isSettled()).findFirst();
        if (caller.leads) {
            caller.leads = false;
            lead();
        } else if (alone.isPresent()) {
            workOffAlone(alone.get());
        } else {
            long since = System.nanoTime();
            LockSupport.parkNanos(this, PATIENCE);
            if (System.nanoTime() - since >= PATIENCE) {
                queue.goBeside(caller);
            }
        }
    }

    private void workOffAlone(Waiting one) {
        if (!queue.leave(one.caller)) {
            return;
        }
        try {
            one.outcome = alone.apply(one.command);
        } catch (RuntimeException failed) {
            one.outcome = new Outcome.Failed(failed);
        } catch (Error failed) {
            one.error = failed;
        } finally {
            queue.release(one);
        }
    }

    private void lead() {
        List<Waiting> members = queue.take();
        List<Waiting> again = new ArrayList<>();
        if (!members.isEmpty()) {
            workOff(members, again);
        }
        queue.handOver(members, again);
        Thread leader = Thread.currentThread();
        for (Waiting one : members) {
            if (one.caller.thread != leader && !again.contains(one)) {
                LockSupport.unpark(one.caller.thread);
            }
        }
    }

    /** @param again is given those that come after an earlier command of the group for the same instance */
    private void workOff(List<Waiting> members, List<Waiting> again) {
        CommandGroup group =
                new CommandGroup(parts, members.stream().map(one -> one.command).toList(), true);
        try (Connection connection = connections.take()) {
            run(group, connection);
        } catch (SQLException | RuntimeException | Error failed) {
            failed(members, again, group, failed);
            return;
        }
        groups.increment();
        grouped.add(members.size());
        tellListeners(group);
        for (int i = 0; i < members.size(); i++) {
            Waiting one = members.get(i);
            Outcome outcome = group.outcome(i);
            if (outcome != null) {
                one.outcome = outcome;
            } else if (group.isHeldElsewhere(i)) {
                one.alone = true;
            } else {
                again.add(one);
            }
        }
    }

    /** Once the group's steps are committed; what a listener fails in is none of its callers' business. */
    void tellListeners(CommandGroup group) {
        try {
            parts.committed(group.taken());
        } catch (RuntimeException | Error failed) {
            // What is committed is stored; listeners look for themselves after a while.
            LOG.error(
                    "A listener failed after {} steps were committed",
                    group.taken().size(),
                    failed);
        }
    }

    private static void run(CommandGroup group, Connection connection) throws SQLException {
        try {
            group.run(connection);
        } catch (SQLException | RuntimeException | Error failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException lost) {
            // The connection is gone, and the transaction with it.
            cause.addSuppressed(lost);
        }
    }

    /**
     * A failed group was undone as a whole, so each command is tried once more, alone; of several for one instance the first.
     * Where the answer to its end was lost nobody can say whether it was: then nothing is repeated, and the callers hear that
     * it failed.
     */
    private static void failed(List<Waiting> members, List<Waiting> again, CommandGroup group, Throwable failed) {
        boolean unknown = group.isEnding() && !(failed instanceof SQLException answer && isAnswer(answer));
        RuntimeException cause = translated(failed);
        Set<Long> targets = new HashSet<>();
        for (Waiting one : members) {
            if (unknown) {
                one.outcome = new Outcome.Failed(cause);
            } else if (one.target == null || targets.add(one.target)) {
                one.alone = true;
            } else {
                again.add(one);
            }
        }
    }

    /** The server answered with an error, after which it rolls back; class 08 and 57P0x are lost connections. */
    private static boolean isAnswer(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && !state.startsWith("08") && !state.startsWith("57P0");
    }

    private static RuntimeException translated(Throwable failed) {
        return switch (failed) {
            case RuntimeException already -> already;
            case SQLException sql -> {
                RuntimeException known = new SQLExceptionSubclassTranslator().translate("group commit", null, sql);
                yield known != null ? known : new DataAccessResourceFailureException("group commit", sql);
            }
            default -> new IllegalStateException(failed);
        };
    }

    GroupQueue queue() {
        return queue;
    }

    /** Groups written so far, and the commands in them. */
    long groups() {
        return groups.sum();
    }

    long grouped() {
        return grouped.sum();
    }
}
