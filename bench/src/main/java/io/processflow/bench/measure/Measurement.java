package io.processflow.bench.measure;

import java.util.Locale;

/**
 * What one turn did and cost.
 *
 * @param median of the commands that complete a step, in nanoseconds
 * @param p99 of the same
 * @param clientCpu processor time of this JVM in nanoseconds
 * @param serverCpu processor time of PostgreSQL in nanoseconds
 * @param wal bytes
 * @param transactions that wrote something
 */
public record Measurement(
        long instances,
        long nanos,
        long median,
        long p99,
        long clientCpu,
        long serverCpu,
        long wal,
        long transactions) {

    public double perSecond() {
        return instances * 1e9 / nanos;
    }

    public double walPerInstance() {
        return (double) wal / instances;
    }

    public double clientCpuMillis() {
        return clientCpu / 1e6 / instances;
    }

    public double serverCpuMillis() {
        return serverCpu / 1e6 / instances;
    }

    public double transactionsPerInstance() {
        return (double) transactions / instances;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,9.0f instances/s, completion %.2f / %.2f ms, cpu %.2f + %.2f ms, %,.0f B of WAL, %.2f transactions",
                perSecond(),
                median / 1e6,
                p99 / 1e6,
                clientCpuMillis(),
                serverCpuMillis(),
                walPerInstance(),
                transactionsPerInstance());
    }
}
