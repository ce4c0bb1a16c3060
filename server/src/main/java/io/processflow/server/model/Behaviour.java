package io.processflow.server.model;

import io.processflow.bpmn.Severity;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import io.processflow.engine.soundness.Verdict.Flaw;
import io.processflow.engine.soundness.Verdict.FlawKind;
import io.processflow.engine.soundness.Verdict.Notice;
import io.processflow.engine.soundness.Verdict.NoticeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        verdict.notices().forEach(notice -> findings.add(finding(notice, elements)));
        List<ModelFinding> distinct = findings.stream().distinct().toList();
        return new Behaviour(verdict.kind().name().toLowerCase(Locale.ROOT), distinct);
    }

    /** What has to be accepted before the drawing is published. */
    List<ModelFinding> toConfirm() {
        return findings.stream()
                .filter(finding -> !finding.severity().equals(Severity.INFO.text()))
                .toList();
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
        String name = name(element);
        return new ModelFinding(
                Severity.WARNING.text(),
                code(flaw.kind()),
                element.key().bpmnId(),
                sentence(flaw.kind(), name),
                Map.of("name", name),
                run(flaw.run(), elements));
    }

    private static ModelFinding finding(Notice notice, List<Element> elements) {
        Element element = elements.get(notice.node());
        Map<String, String> arguments = new TreeMap<>();
        arguments.put("name", name(element));
        if (notice.other() != Node.NONE) {
            Element other = elements.get(notice.other());
            arguments.put("other", name(other));
            arguments.put("otherId", other.key().bpmnId());
        }
        if (!notice.variables().isEmpty()) {
            arguments.put("variable", String.join(", ", notice.variables()));
        }
        return new ModelFinding(
                (notice.kind() == NoticeKind.SHARED_END ? Severity.INFO : Severity.WARNING).text(),
                code(notice.kind()),
                element.key().bpmnId(),
                sentence(notice.kind(), arguments),
                arguments,
                shown(notice, elements));
    }

    /** Of two steps that are open at once neither has moved on. */
    private static List<String> shown(Notice notice, List<Element> elements) {
        if (notice.other() == Node.NONE) {
            return run(notice.run(), elements);
        }
        List<Integer> toTheFirst = notice.run().subList(0, notice.run().size() - 1);
        List<String> shown = new ArrayList<>(run(toTheFirst, elements));
        add(shown, elements.get(notice.other()).key().bpmnId());
        return List.copyOf(shown);
    }

    private static String name(Element element) {
        String title = new NodeData(element.data()).text(NodeData.TASK);
        return title == null ? element.key().bpmnId() : title;
    }

    private static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sentence(NoticeKind kind, Map<String, String> arguments) {
        String name = "“" + arguments.get("name") + "”";
        return switch (kind) {
            case SHARED_END ->
                "Two branches that run at the same time lead to " + name
                        + "; the process is over when both have ended.";
            case WRITE_CONFLICT ->
                name + " and “" + arguments.get("other") + "” can be open at the same time and both write "
                        + arguments.get("variable") + "; the later answer replaces the earlier one.";
            case UNSET_VARIABLE ->
                name + " compares " + arguments.get("variable") + ", which nobody may have written yet on this way.";
        };
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
