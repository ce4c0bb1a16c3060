package io.processflow.server.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for a group, in the order they came, and who leads the next one: one of those who wait. Commands
 * for the same instance are never under way at once; the later waits here instead of for a lock.
 */
final class GroupQueue {

    /** Somebody who waits for commands of theirs. */
    static final class Caller {
        final Thread thread = Thread.currentThread();
        volatile boolean leads;
        /** True while it works a command off alone: it can not lead meanwhile. */
        boolean away;
    }

    /** A command that waits. */
    static final class Waiting {
        final Caller caller;
        final InstanceCommand command;
        /** Its instance, or else its step below 0; null when it begins one. */
        final @Nullable Long target;

        /** True when its caller is to work it off itself. */
        volatile boolean alone;

        volatile @Nullable Outcome outcome;
        /** What broke its caller's own try. */
        @Nullable
        Error error;

        Waiting(Caller caller, InstanceCommand command, @Nullable Long target) {
            this.caller = caller;
            this.command = command;
            this.target = target;
        }

        boolean isSettled() {
            return outcome != null || error != null;
        }
    }

    /** Fewer commands are not worth a group beside another one. */
    static final int ENOUGH = 4;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    /** What is worked off now, in a group or alone. */
    private final Set<Long> underWay = new HashSet<>();
    /** Commands in the groups that are under way. */
    private int grouped;

    private final int largestGroup;
    private final int most;
    private int free;

    /** @param most how many groups there may be at once */
    GroupQueue(int largestGroup, int most) {
        this.largestGroup = largestGroup;
        this.most = most;
        this.free = most;
    }

    synchronized void enter(Caller caller, List<Waiting> commands) {
        waiting.addAll(commands);
        if (isWorthAGroup()) {
            free--;
            caller.leads = true;
        }
    }

    /**
     * With a group under way, few commands go faster together after it than in one more transaction beside it; few is less
     * than it has itself, so that groups grow with their callers.
     */
    private boolean isWorthAGroup() {
        int enough = free == most ? 1 : Math.max(ENOUGH, grouped);
        return free > 0 && waiting.stream().filter(this::mayGo).limit(enough).count() == enough;
    }

    private boolean mayGo(Waiting one) {
        return one.target == null || !underWay.contains(one.target);
    }

    /** A caller who has waited for long leads a group beside those under way, however small: they may hang. */
    synchronized void goBeside(Caller caller) {
        if (free > 0 && !caller.leads && waiting.stream().anyMatch(one -> one.caller == caller && mayGo(one))) {
            free--;
            caller.leads = true;
        }
    }

    /** The commands of the next group; none when others have taken them. */
    synchronized List<Waiting> take() {
        List<Waiting> members = new ArrayList<>(Math.min(waiting.size(), largestGroup));
        Iterator<Waiting> next = waiting.iterator();
        while (next.hasNext() && members.size() < largestGroup) {
            Waiting one = next.next();
            if (mayGo(one)) {
                next.remove();
                members.add(one);
            }
        }
        grouped += members.size();
        members.forEach(one -> {
            if (one.target != null) {
                underWay.add(one.target);
            }
        });
        return members;
    }

    /**
     * A group is over. What is worked off alone stays under way.
     *
     * @param again those of its commands that go with the next one
     */
    synchronized void handOver(List<Waiting> members, List<Waiting> again) {
        Set<@Nullable Long> alone = new HashSet<>();
        members.stream().filter(one -> one.alone).forEach(one -> alone.add(one.target));
        members.stream().filter(one -> !alone.contains(one.target)).forEach(one -> underWay.remove(one.target));
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
        grouped -= members.size();
        free++;
        appoint();
    }

    /** The caller is about to work a command off alone; false when it is to lead first. */
    synchronized boolean leave(Caller caller) {
        caller.away = !caller.leads;
        return caller.away;
    }

    /** It was worked off alone. */
    synchronized void release(Waiting one) {
        one.caller.away = false;
        underWay.remove(one.target);
        appoint();
    }

    /** The next group is led by one of those who wait for it and do not lead one already. */
    private void appoint() {
        if (!isWorthAGroup()) {
            return;
        }
        waiting.stream()
                .map(one -> one.caller)
                .filter(caller -> !caller.leads && !caller.away)
                .findFirst()
                .ifPresent(next -> {
                    free--;
                    next.leads = true;
                    LockSupport.unpark(next.thread);
                });
    }

    /** Groups that may be begun at once now; all of them when nobody calls. */
    synchronized int free() {
        return free;
    }

    /** Commands that no group has taken yet. */
    synchronized int size() {
        return waiting.size();
    }
}
