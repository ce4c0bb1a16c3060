package io.processflow.server.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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

    /** Somebody who waits for commands of theirs. */
    private static final class Caller {
        final Thread thread = Thread.currentThread();
        volatile boolean leads;
    }

    private static final class Waiting {
        final Caller caller;
        final InstanceCommand command;
        /** Its instance, or else its step below 0; null when it begins one. */
        final @Nullable Long target;

        volatile boolean alone;
        volatile @Nullable Outcome outcome;

        Waiting(Caller caller, InstanceCommand command, @Nullable Long target) {
            this.caller = caller;
            this.command = command;
            this.target = target;
        }
    }

    /** Commands that make a group beside another one worth its while. */
    static final int ENOUGH = 8;

    /** So long few commands wait for a group under way; then they go beside it, for it may hang. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final GroupParts parts;
    private final CommitConnections connections;
    private final int largestGroup;
    private final Function<InstanceCommand, Outcome> alone;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    /** What groups under way are about: commands for the same wait for the next one instead of for a lock. */
    private final Set<Long> underWay = new HashSet<>();

    private final int most;
    private int free;
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
        this.most = settings.connections();
        this.free = most;
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
        enter(caller, mine);
        boolean interrupted = false;
        for (Waiting one : mine) {
            interrupted |= await(one);
        }
        if (caller.leads) {
            // Another leader took this caller's commands before this one came to lead.
            handOver(List.of(), List.of());
        }
        List<Outcome> outcomes = mine.stream().map(this::outcome).toList();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcomes;
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

    private synchronized void enter(Caller caller, List<Waiting> mine) {
        queue.addAll(mine);
        if (isWorthAGroup()) {
            free--;
            caller.leads = true;
        }
    }

    /** With a group under way, few commands go faster together after it than in one more transaction beside it. */
    private boolean isWorthAGroup() {
        return free == most
                ? !queue.isEmpty()
                : free > 0 && queue.stream().filter(this::mayGo).limit(ENOUGH).count() == ENOUGH;
    }

    private boolean mayGo(Waiting one) {
        return one.target == null || !underWay.contains(one.target);
    }

    /**
     * Until it is known what came of the command, or that it is to be worked off alone; leads groups meanwhile. An interrupt
     * waits so long: it would close the connection of all.
     *
     * @return whether the thread was interrupted
     */
    private boolean await(Waiting one) {
        boolean interrupted = Thread.interrupted();
        long since = System.nanoTime();
        while (one.outcome == null && !one.alone) {
            if (one.caller.leads) {
                one.caller.leads = false;
                lead();
            } else {
                LockSupport.parkNanos(this, PATIENCE);
                if (System.nanoTime() - since >= PATIENCE) {
                    goBeside(one);
                }
            }
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    private synchronized void goBeside(Waiting one) {
        if (free > 0 && !one.caller.leads && mayGo(one) && queue.contains(one)) {
            free--;
            one.caller.leads = true;
        }
    }

    private Outcome outcome(Waiting one) {
        Outcome known = one.outcome;
        return known != null ? known : workedOffAlone(one.command);
    }

    private Outcome workedOffAlone(InstanceCommand command) {
        try {
            return alone.apply(command);
        } catch (RuntimeException failed) {
            return new Outcome.Failed(failed);
        }
    }

    private void lead() {
        List<Waiting> members = members();
        List<Waiting> again = new ArrayList<>();
        if (!members.isEmpty()) {
            workOff(members, again);
        }
        handOver(members, again);
        Thread leader = Thread.currentThread();
        for (Waiting one : members) {
            if (one.caller.thread != leader && !again.contains(one)) {
                LockSupport.unpark(one.caller.thread);
            }
        }
    }

    private synchronized List<Waiting> members() {
        List<Waiting> members = new ArrayList<>(Math.min(queue.size(), largestGroup));
        Iterator<Waiting> waiting = queue.iterator();
        while (waiting.hasNext() && members.size() < largestGroup) {
            Waiting one = waiting.next();
            if (mayGo(one)) {
                waiting.remove();
                members.add(one);
            }
        }
        members.forEach(one -> {
            if (one.target != null) {
                underWay.add(one.target);
            }
        });
        return members;
    }

    /**
     * The next group is led by one of those who wait for it and do not lead one already. Done before this group's callers are
     * woken.
     */
    private synchronized void handOver(List<Waiting> members, List<Waiting> again) {
        members.forEach(one -> underWay.remove(one.target));
        for (int i = again.size() - 1; i >= 0; i--) {
            queue.addFirst(again.get(i));
        }
        free++;
        Caller next = isWorthAGroup() ? nextLeader() : null;
        if (next != null) {
            free--;
            next.leads = true;
            LockSupport.unpark(next.thread);
        }
    }

    private @Nullable Caller nextLeader() {
        return queue.stream()
                .map(one -> one.caller)
                .filter(caller -> !caller.leads)
                .findFirst()
                .orElse(null);
    }

    /** @param again is given those whose instance an earlier command of the group has changed: they go with the next one */
    private void workOff(List<Waiting> members, List<Waiting> again) {
        CommandGroup group =
                new CommandGroup(parts, members.stream().map(one -> one.command).toList(), true);
        try (Connection connection = connections.take()) {
            run(group, connection);
        } catch (SQLException | RuntimeException | Error failed) {
            failed(members, group, failed);
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
     * A failed group was undone as a whole, so each command is tried once more, alone. Where the answer to its end was lost
     * nobody can say whether it was: then nothing is repeated, and the callers hear that it failed.
     */
    private static void failed(List<Waiting> members, CommandGroup group, Throwable failed) {
        boolean unknown = group.isEnding() && !(failed instanceof SQLException answer && isAnswer(answer));
        RuntimeException cause = translated(failed);
        for (Waiting one : members) {
            if (unknown) {
                one.outcome = new Outcome.Failed(cause);
            } else {
                one.alone = true;
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

    /** Groups that may be begun at once now; all of them when nobody calls. */
    synchronized int free() {
        return free;
    }

    /** Commands that no group has taken yet. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Groups written so far, and the commands in them. */
    long groups() {
        return groups.sum();
    }

    long grouped() {
        return grouped.sum();
    }
}
