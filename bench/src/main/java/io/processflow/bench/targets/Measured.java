package io.processflow.bench.targets;

import io.processflow.bench.measure.Measurement;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Tables of measurements in Markdown. */
final class Measured {

    static final String HEAD = """
            | | instances/s | completion p50 / p99 ms | processor ms for one: JVM + PostgreSQL | WAL bytes for one | transactions for one |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """;

    private Measured() {}

    /** The median of one figure over the rounds. */
    interface Median {
        double of(ToDoubleFunction<Measurement> figure);
    }

    static String row(String what, Median median) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f / %.2f | %.2f + %.2f | %,.0f | %.2f |%n",
                what,
                median.of(Measurement::perSecond),
                median.of(Measurement::median) / 1e6,
                median.of(Measurement::p99) / 1e6,
                median.of(Measurement::clientCpuMillis),
                median.of(Measurement::serverCpuMillis),
                median.of(Measurement::walPerInstance),
                median.of(Measurement::transactionsPerInstance));
    }
}
