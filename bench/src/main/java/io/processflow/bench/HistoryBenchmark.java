package io.processflow.bench;

import io.processflow.engine.InstanceState;
import io.processflow.engine.value.Value;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine on an instance that went round a loop many times: what it once did must cost nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HistoryBenchmark {

    /** Visits before the step that is measured. */
    @Param({"10", "10000"})
    public int pastVisits;

    private final SampleProcess process = SampleProcess.loop();
    private InstanceState state = InstanceState.notStarted();

    @Setup
    public void goRound() {
        state = process.start();
        while (state.lastVisit() < pastVisits) {
            state = again();
        }
    }

    /** Two node steps: the person's step and the gateway behind it, which opens the step again. */
    @Benchmark
    public InstanceState again() {
        return process.complete(state, Map.of("answer", Value.text("no")));
    }
}
