package io.processflow.bench;

import io.processflow.engine.InstanceState;
import io.processflow.engine.InstanceStatus;
import io.processflow.engine.value.Value;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine alone: a whole small instance with a decision, two branches and a join, from its start to its end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    /** Nodes that one instance passes: start, ask, split, left, right, join, check, end. */
    public static final int STEPS = 8;

    private static final Map<String, Value> YES = Map.of("answer", Value.text("yes"));

    private final SampleProcess process = SampleProcess.branches();

    @Setup
    public void countSteps() {
        int steps = wholeInstance().lastVisit();
        if (steps != STEPS) {
            throw new IllegalStateException("expected " + STEPS + " node steps, but one instance takes " + steps);
        }
    }

    /** Four commands: a start and three completed steps on the way that is taken, and every event applied. */
    @Benchmark
    public InstanceState wholeInstance() {
        InstanceState state = process.start();
        while (state.status() != InstanceStatus.COMPLETED) {
            state = process.complete(state, YES);
        }
        return state;
    }
}
