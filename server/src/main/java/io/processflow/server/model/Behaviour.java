package io.processflow.server.model;

import io.processflow.bpmn.Severity;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import io.processflow.engine.soundness.Verdict.Flaw;
import io.processflow.engine.soundness.Verdict.FlawKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What exploring a drawing's graph says, in the words of the drawing.
 *
 * @param verdict {@code sound}, {@code unsound} or {@code undecided}
 */
record Behaviour(String verdict, List<ModelFinding> findings) {

    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();

    static Behaviour of(List<Element> elements) {
        if (elements.stream().noneMatch(element -> element.type() == NodeType.startNode)) {
            return new Behaviour("undecided", List.of());
        }
        ProcessGraph graph = GraphBuilder.build(elements);
        long began = System.nanoTime();
        Verdict verdict = Soundness.check(graph, () -> System.nanoTime() - began > MOST_NANOS);
        List<ModelFinding> findings = new ArrayList<>();
        verdict.flaws().forEach(flaw -> findings.add(finding(flaw, elements)));
        if (verdict.kind() == Verdict.Kind.UNDECIDED) {
            findings.add(undecided());
        }
        return new Behaviour(verdict.kind().name().toLowerCase(Locale.ROOT), List.copyOf(findings));
    }

    private static ModelFinding undecided() {
        return new ModelFinding(
                Severity.WARNING.text(),
                "undecided",
                null,
                "This process can run in too many ways to check them all; nothing wrong was found in those looked at.",
                Map.of(),
                List.of());
    }

    private static ModelFinding finding(Flaw flaw, List<Element> elements) {
        Element element = elements.get(flaw.node());
        String title = new NodeData(element.data()).text(NodeData.TASK);
        String name = title == null ? element.key().bpmnId() : title;
        return new ModelFinding(
                Severity.WARNING.text(),
                code(flaw.kind()),
                element.key().bpmnId(),
                sentence(flaw.kind(), name),
                Map.of("name", name),
                run(flaw.run(), elements));
    }

    private static String code(FlawKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sentence(FlawKind kind, String name) {
        return switch (kind) {
            case LACK_OF_SYNCHRONISATION ->
                "“" + name + "” runs twice here: two branches that run at the same time reach it, and nothing waits for"
                        + " both (lack of synchronisation).";
            case DEADLOCK ->
                "The process can get stuck here: “" + name + "” waits for a branch that can not come (deadlock).";
            case DEAD_NODE -> "“" + name + "” never runs: no way leads to it (dead node).";
            case LIVELOCK ->
                "From “" + name + "” on the process can go round for ever without coming to an end (livelock).";
        };
    }

    /** Nodes and the drawn flows between them, in the order the tokens pass. */
    private static List<String> run(List<Integer> nodes, List<Element> elements) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Element element = elements.get(nodes.get(i));
            add(run, element.key().bpmnId());
            if (i < nodes.size() - 1) {
                List<Integer> later = nodes.subList(i + 1, nodes.size());
                taken(element, later, elements).forEach(way -> way.drawn().forEach(id -> add(run, id)));
            }
        }
        return List.copyOf(run);
    }

    /** All ways of a split; of a gateway the way whose target moves first. */
    private static List<Successor> taken(Element element, List<Integer> later, List<Element> elements) {
        List<Successor> ways = new ArrayList<>();
        for (@Nullable Successor way : element.successors()) {
            if (way != null) {
                ways.add(way);
            }
        }
        if (element.type() != NodeType.gatewayNode || ways.size() < 2) {
            return ways;
        }
        return later.stream()
                .map(index -> elements.get(index).key())
                .flatMap(next -> ways.stream().filter(way -> way.to().equals(next)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static void add(List<String> run, String id) {
        if (run.isEmpty() || !run.getLast().equals(id)) {
            run.add(id);
        }
    }
}
