package io.processflow.bench.measure;

/** One of the threads that work at the same time, with what it needs for itself. */
public interface Client extends AutoCloseable {

    /**
     * Brings instances from their start to their end.
     *
     * @param latencies gets the time of each command that completes a step
     * @return how many instances were brought to their end
     */
    int run(Latencies latencies) throws Exception;

    @Override
    default void close() throws Exception {}
}
