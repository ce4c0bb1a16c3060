package io.processflow.bench;

import io.processflow.bench.targets.Line;
import io.processflow.bench.targets.Report;
import io.processflow.bench.targets.Section;
import io.processflow.bench.targets.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Measures the targets of the performance page and prints one table; exits with 0 whether they are met or missed. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        if (!all.isEmpty() && all.getFirst().equals("jmh")) {
            org.openjdk.jmh.Main.main(all.subList(1, all.size()).toArray(String[]::new));
        } else if (all.contains("--list")) {
            new TreeMap<>(Targets.all()).forEach((target, what) -> System.out.println(target + "  " + what));
        } else if (all.contains("--help")) {
            System.out.print(Options.USAGE);
        } else {
            measure(all);
        }
    }

    private static void measure(List<String> arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        List<Section> sections = Targets.measure(options.targets(), options.settings());
        System.out.println();
        System.out.println(Report.HEAD);
        for (Section section : sections) {
            for (Line line : section.lines()) {
                System.out.println(line.row());
            }
        }
        if (options.write()) {
            Report.update(options.report(), sections, options.settings());
            System.out.println("written: " + options.report());
        }
    }
}
