package io.processflow.server.activity;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off the queue of calls: leases what is due, sends it outside any transaction, and writes down how it went. A node
 * that dies loses nothing: its leases run out and another node sends the calls again, under the same ids.
 */
@Component
class ActivityWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityWorker.class);

    private final CallStore store;
    private final TeamScope scope;
    private final ActivityClient client;
    /** Asked for late: the instances' listeners know this worker. */
    private final ObjectProvider<Instances> instances;

    private final ActivitySettings settings;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final Semaphore due = new Semaphore(0);
    /** A new one with every start: a context can be stopped and started again. */
    private volatile ExecutorService calls = newCalls();

    private volatile boolean running;

    ActivityWorker(
            CallStore store,
            TeamScope scope,
            ActivityClient client,
            ObjectProvider<Instances> instances,
            ActivitySettings settings) {
        this.store = store;
        this.scope = scope;
        this.client = client;
        this.instances = instances;
        this.settings = settings;
    }

    /** Something is due: look now. */
    void wake() {
        due.release();
    }

    private static ExecutorService newCalls() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("activity-call-", 0).factory());
    }

    @Override
    public void start() {
        if (calls.isShutdown()) {
            calls = newCalls();
        }
        running = true;
        Thread.ofVirtual().name("activity-worker").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        due.release();
        calls.shutdown();
        try {
            if (!calls.awaitTermination(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Long> mine = List.copyOf(underWay);
        if (!mine.isEmpty()) {
            scope.asWorker(() -> {
                store.handBack(mine);
                return mine.size();
            });
            underWay.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                runDue();
            } catch (RuntimeException failed) {
                LOG.warn("Could not look for due activity calls; trying again in {}", settings.poll(), failed);
            }
            try {
                if (due.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    due.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One round: renews leases, takes over from the dead, sends what is due, and ends what was never answered. */
    void runDue() {
        if (!underWay.isEmpty()) {
            List<Long> mine = List.copyOf(underWay);
            scope.asWorker(() -> {
                store.renew(mine, settings.lease());
                return mine.size();
            });
        }
        List<DueCall> claimed = scope.asWorker(() -> {
            store.reclaim();
            return store.claim(settings.lease(), settings.perTeam());
        });
        ExecutorService executor = calls;
        for (DueCall call : claimed) {
            underWay.add(call.id());
            executor.execute(() -> work(call));
        }
        for (CallStore.Overdue overdue : scope.asWorker(store::overdue)) {
            fail(overdue.instanceId(), overdue.visit(), "no answer came within " + inWords(settings.deadline()));
        }
    }

    private static String inWords(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " hours" : time.toSeconds() + " seconds";
    }

    private void work(DueCall call) {
        Semaphore host = hosts.computeIfAbsent(host(call), name -> new Semaphore(settings.perHost()));
        try {
            host.acquire();
            try {
                write(call, client.send(call));
            } finally {
                host.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // The lease runs out and the call is sent again: nothing is lost, but somebody should know.
            LOG.error("Activity call {} of instance {} could not be worked off", call.id(), call.instanceId(), failed);
        } finally {
            underWay.remove(call.id());
        }
    }

    private static String host(DueCall call) {
        try {
            return String.valueOf(URI.create(call.url()).getAuthority());
        } catch (IllegalArgumentException noUrl) {
            return "";
        }
    }

    private void write(DueCall call, CallResult result) {
        switch (result) {
            case CallResult.Taken(int status, long millis) ->
                scope.asWorker(() -> store.sent(call, status, millis, settings.deadline()));
            case CallResult.Passing passing
            when call.attempt() < call.maxAttempts() -> {
                Duration wait = RetrySchedule.after(call.attempt(), ThreadLocalRandom.current());
                Duration asked = passing.retryAfter();
                Duration longest = asked == null || asked.compareTo(wait) < 0 ? wait : asked;
                Duration within = longest.compareTo(settings.deadline()) > 0 ? settings.deadline() : longest;
                scope.asWorker(() ->
                        store.retryLater(call, passing.httpStatus(), passing.millis(), passing.message(), within));
            }
            case CallResult.Passing(var status, long millis, String message, var ignored) ->
                giveUp(call, status, millis, message + " (" + call.attempt() + " attempts)");
            case CallResult.Final(var status, long millis, String message) -> giveUp(call, status, millis, message);
        }
    }

    private void giveUp(DueCall call, @Nullable Integer status, long millis, String message) {
        boolean mine = scope.asWorker(() -> store.lastAttempt(call, status, millis, message));
        if (mine) {
            fail(call.instanceId(), call.visit(), message);
        }
    }

    private void fail(long instanceId, int visit, String message) {
        try {
            instances
                    .getObject()
                    .submit(InstanceCommand.on(
                            instanceId, at -> new Command.Fail(Actor.INSTALLATION, at, visit, message)));
        } catch (Rejection over) {
            LOG.info("Step {} of instance {} was over before its call failed: {}", visit, instanceId, over.detail());
        }
    }
}
