package io.processflow.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets some clients work for a while and measures what it cost; every instance begun is brought to its end and counted. */
public final class Turn {

    private final Cluster cluster;
    private final String database;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public Turn(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    public Measurement run(List<? extends Client> clients, Duration length) throws Exception {
        List<Latencies> latencies = new ArrayList<>();
        clients.forEach(client -> latencies.add(new Latencies()));
        try (Connection admin = cluster.connect(database);
                ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            Costs before = costs(admin);
            long begin = System.nanoTime();
            long end = begin + length.toNanos();
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                Client client = clients.get(i);
                Latencies own = latencies.get(i);
                work.add(() -> untilEnd(client, own, end));
            }
            long instances = sum(threads.invokeAll(work));
            long nanos = System.nanoTime() - begin;
            Costs after = costs(admin);
            long[] sorted = Latencies.sorted(latencies);
            return new Measurement(
                    instances,
                    nanos,
                    Latencies.quantile(sorted, 0.5),
                    Latencies.quantile(sorted, 0.99),
                    after.clientCpu - before.clientCpu,
                    after.serverCpu - before.serverCpu,
                    after.wal - before.wal,
                    after.transactions - before.transactions);
        }
    }

    private static long untilEnd(Client client, Latencies latencies, long end) throws Exception {
        long instances = 0;
        do {
            instances += client.run(latencies);
        } while (System.nanoTime() < end);
        return instances;
    }

    private static long sum(List<Future<Long>> counts) throws InterruptedException, ExecutionException {
        long sum = 0;
        for (Future<Long> count : counts) {
            sum += count.get();
        }
        return sum;
    }

    private record Costs(long clientCpu, long serverCpu, long wal, long transactions) {}

    private Costs costs(Connection admin) throws SQLException {
        return new Costs(
                machine.getProcessCpuTime(),
                cluster.processorTime().toNanos(),
                Cluster.number(admin, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"),
                Cluster.number(admin, "select txid_snapshot_xmax(txid_current_snapshot())"));
    }
}
