package io.processflow.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** Durations in nanoseconds, collected by one thread. */
public final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** All durations of several threads, the shortest first. */
    static long[] sorted(Collection<Latencies> threads) {
        long[] all = threads.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.count))
                .toArray();
        Arrays.sort(all);
        return all;
    }

    /** The duration that the given share is not longer than; 0 when there is none at all. */
    static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
