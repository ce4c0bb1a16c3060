package io.processflow.bpmn.report;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How a process behaves when it runs in every possible order. */
enum Behaviour {
    SOUND("sound"),
    DEADLOCK("deadlock"),
    /** Lack of synchronisation. */
    RUNS_TWICE("runs twice"),
    DEAD_NODE("dead node"),
    LIVELOCK("livelock"),
    NOT_DECIDED("not decided");

    /** As long as the server takes for it. */
    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();

    private final String words;

    Behaviour(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static String words(Set<Behaviour> behaviours) {
        return behaviours.isEmpty()
                ? "-"
                : behaviours.stream().map(Behaviour::words).collect(Collectors.joining(", "));
    }

    /** Everything that can go wrong, or one of the two answers without a fault. */
    static Set<Behaviour> of(List<Element> elements) {
        if (elements.stream().noneMatch(element -> element.type() == NodeType.startNode)) {
            return EnumSet.of(NOT_DECIDED);
        }
        long began = System.nanoTime();
        Verdict verdict = Soundness.check(GraphBuilder.build(elements), () -> System.nanoTime() - began > MOST_NANOS);
        return switch (verdict.kind()) {
            case SOUND -> EnumSet.of(SOUND);
            case UNDECIDED -> EnumSet.of(NOT_DECIDED);
            case UNSOUND -> faults(verdict);
        };
    }

    private static Set<Behaviour> faults(Verdict verdict) {
        Set<Behaviour> faults = EnumSet.noneOf(Behaviour.class);
        for (Verdict.Flaw flaw : verdict.flaws()) {
            faults.add(
                    switch (flaw.kind()) {
                        case DEADLOCK -> DEADLOCK;
                        case LACK_OF_SYNCHRONISATION -> RUNS_TWICE;
                        case DEAD_NODE -> DEAD_NODE;
                        case LIVELOCK -> LIVELOCK;
                    });
        }
        return faults;
    }
}
