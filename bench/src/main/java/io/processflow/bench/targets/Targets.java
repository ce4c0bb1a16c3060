package io.processflow.bench.targets;

import io.processflow.bench.measure.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All targets that can be measured. */
public final class Targets {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("P1", "W2 and W3 at 32 clients: half of raw-batch, 15 times the other engines");
        ALL.put("P2", "W2 and W3 at 8 clients: 1.5 times groups of one, 6 times the other engines");
        ALL.put("P3", "W2 and W3 at 1 client: 0.8 of raw-tx, p99 of a completion at most twice raw-tx's");
        ALL.put("P4", "W1 at 32 clients: half of raw-batch, 4 times the other engines");
        ALL.put("P5", "growth: W2 at 8 clients on top of 1,000,000 completed instances");
        ALL.put("P6", "worklist: a page of 50 from 1,000,000 open tasks");
        ALL.put("P7", "the engine alone: steps a second and core, allocation with history");
    }

    private Targets() {}

    /** What every target is about, by its number. */
    public static Map<String, String> all() {
        return Map.copyOf(ALL);
    }

    /** Measures the targets named, in the order of their numbers. */
    public static List<Section> measure(Set<String> wanted, Settings settings) throws Exception {
        List<Section> sections = new ArrayList<>();
        if (wanted.contains("P7")) {
            sections.add(new PureEngine(settings).measure());
        }
        Set<String> throughput = new LinkedHashSet<>(List.of("P1", "P2", "P3", "P4"));
        throughput.retainAll(wanted);
        if (!throughput.isEmpty() || wanted.contains("P5") || wanted.contains("P6")) {
            try (Cluster cluster = Cluster.start()) {
                if (!throughput.isEmpty()) {
                    try (Throughput measured = new Throughput(cluster, settings)) {
                        sections.addAll(measured.measure(throughput));
                    }
                }
                if (wanted.contains("P5")) {
                    sections.add(new Growth(cluster, settings).measure());
                }
                if (wanted.contains("P6")) {
                    sections.add(new Worklist(cluster, settings).measure());
                }
            }
        }
        sections.sort(Comparator.comparing(Section::target));
        return sections;
    }
}
