package io.processflow.bench.targets;

import io.processflow.bench.EngineBenchmark;
import io.processflow.bench.HistoryBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** P7: the engine without a database, in a JVM of its own and on one thread. */
final class PureEngine {

    /** Java keeps small numbers and allocates the larger ones of later visits; more than that would be growth. */
    private static final double NO_GROWTH = 1.1;

    private static final double STEPS_WANTED = 1_000_000;

    /** Else the compiler leaves out what it happens to see through, a sixth more or less from run to run. */
    private static final String COUNT_EVERYTHING = "-XX:-DoEscapeAnalysis";

    private final Settings settings;

    PureEngine(Settings settings) {
        this.settings = settings;
    }

    Section measure() throws RunnerException {
        Progress.say("the engine alone");
        RunResult whole = run(EngineBenchmark.class).iterator().next();
        double steps = whole.getPrimaryResult().getScore() * EngineBenchmark.STEPS;
        List<RunResult> history = new ArrayList<>(run(HistoryBenchmark.class, COUNT_EVERYTHING));
        RunResult few = history.getFirst();
        RunResult many = history.getLast();
        List<Line> lines = List.of(
                Line.atLeast(
                        "P7",
                        "node steps a second and core",
                        String.format(Locale.ROOT, "%,.0f/s", steps),
                        steps,
                        STEPS_WANTED),
                Line.atMost(
                        "P7",
                        "bytes allocated for a step after 10,000 visits to 10",
                        String.format(Locale.ROOT, "%,.0f B to %,.0f B", bytes(many), bytes(few)),
                        bytes(many) / bytes(few),
                        NO_GROWTH));
        lines.forEach(line -> Progress.say("%s: %s", line.what(), line.figure()));
        return new Section("P7", "The engine alone", lines, details(whole, few, many));
    }

    private Collection<RunResult> run(Class<?> benchmark, String... options) throws RunnerException {
        ChainedOptionsBuilder chosen = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\."))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(options)
                .threads(1)
                .forks(1)
                .verbosity(VerboseMode.SILENT);
        if (settings.quick()) {
            chosen.warmupIterations(1)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.seconds(1));
        }
        return new Runner(chosen.build()).run();
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private static String details(RunResult whole, RunResult few, RunResult many) {
        return "| | operations a second | bytes allocated for one |\n| --- | ---: | ---: |\n"
                + row("a whole instance of " + EngineBenchmark.STEPS + " node steps", whole)
                + row("completing a step in a loop, after 10 visits", few)
                + row("completing a step in a loop, after 10,000 visits", many);
    }

    private static String row(String what, RunResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f |%n",
                what,
                result.getPrimaryResult().getScore(),
                bytes(result));
    }
}
