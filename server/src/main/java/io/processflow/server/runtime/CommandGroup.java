package io.processflow.server.runtime;

import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.GroupDecision.Ready;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works off a group of commands in one transaction. Where all that they are decided from is remembered, this takes one round
 * trip, which compares what was remembered and writes what changed; else one reads and another one writes.
 */
final class CommandGroup {

    /**
     * SQLSTATE of what the statements raise when they meet other rows than the group was decided from (division by zero), or
     * rows that somebody holds (lock not available).
     */
    private static final Set<String> OTHER_ROWS = Set.of("22012", "55P03");

    private final GroupParts parts;
    private final List<InstanceCommand> commands;
    /** True when the transaction is the group's own: it begins and ends it, and waits for no lock of an instance. */
    private final boolean own;

    private @Nullable GroupDecision decision;
    private boolean ending;

    CommandGroup(GroupParts parts, List<InstanceCommand> commands, boolean own) {
        this.parts = parts;
        this.commands = commands;
        this.own = own;
    }

    void run(Connection connection) throws SQLException {
        if (!own || !runFromMemory(connection)) {
            runFromRows(connection);
        }
    }

    /** False when more has to be known, or something is not as it is remembered: nothing was written then. */
    private boolean runFromMemory(Connection connection) throws SQLException {
        GroupMemory memory = GroupMemory.of(parts.memory());
        if (memory == null || commands.stream().anyMatch(InstanceCommand::isDryRun)) {
            return false;
        }
        GroupDecision decided = new GroupDecision(parts, commands, true, memory);
        List<Ready> ready = decided.prepare();
        GroupStandings standings = new GroupStandings(parts.standings());
        if (standings.wants(ready)) {
            return false;
        }
        decided.decide(ready, standings);
        if (!decided.isAllTaken()) {
            // Nobody is refused for what is remembered.
            return false;
        }
        decision = decided;
        RoundTrip only = new RoundTrip();
        only.add("begin");
        memory.compare(only);
        parts.standings().readSettings(only);
        return isWritten(decided, memory, only, connection);
    }

    private boolean isWritten(GroupDecision decided, GroupMemory memory, RoundTrip trip, Connection connection)
            throws SQLException {
        try {
            write(decided, memory, trip, connection);
            return true;
        } catch (SQLException differs) {
            if (differs.getSQLState() == null || !OTHER_ROWS.contains(differs.getSQLState())) {
                throw differs;
            }
            ending = false;
            rollBack(connection);
            return false;
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        RoundTrip trip = new RoundTrip();
        trip.add("rollback");
        trip.send(connection);
    }

    private void runFromRows(Connection connection) throws SQLException {
        RoundTrip first = new RoundTrip();
        if (own) {
            first.add("begin");
        }
        parts.standings().readSettings(first);
        GroupReader reader = new GroupReader(parts, own ? parts.memory() : null);
        reader.read(commands, own, first, connection);
        GroupDecision decided = new GroupDecision(parts, commands, own, reader);
        decision = decided;
        List<Ready> ready = decided.prepare();
        GroupStandings standings = new GroupStandings(parts.standings());
        standings.read(ready, connection);
        decided.decide(ready, standings);
        write(decided, reader, new RoundTrip(), connection);
    }

    private void write(GroupDecision decided, Knowledge known, RoundTrip last, Connection connection)
            throws SQLException {
        List<AppliedStep> taken = decided.taken();
        if (!taken.isEmpty()) {
            parts.writer().write(taken, known.now(), last);
            parts.listeners().forEach(listener -> listener.write(taken, last));
        }
        if (own) {
            last.add("commit");
        }
        if (own || !taken.isEmpty()) {
            ending = own && !taken.isEmpty();
            last.send(connection);
        }
    }

    /** What came of the command at this place; null when it is to be tried again, later or alone. */
    @Nullable
    Outcome outcome(int place) {
        return decision == null ? null : decision.outcome(place);
    }

    /** The command's instance was held by another transaction: it is to be worked off alone, where waiting harms nobody. */
    boolean isHeldElsewhere(int place) {
        return decision != null && decision.isNotAtHand(place);
    }

    /** True from when the end of the transaction was sent: from then on a lost connection leaves open what came of it. */
    boolean isEnding() {
        return ending;
    }

    List<AppliedStep> taken() {
        return decision == null ? List.of() : decision.taken();
    }
}
