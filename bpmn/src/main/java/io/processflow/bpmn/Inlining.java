package io.processflow.bpmn;

import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * N-inline: which sub-processes run as part of the process around them. Those without loops or triggers that are sound
 * inside, whatever happens in them: one token goes in, one comes out, and none stays.
 */
final class Inlining {

    /** How often the exploration of all of them together may ask whether to go on; some 100,000 states. */
    private static final int MOST_LOOKS = 400;

    /** What is said of a step's settings, not of the ways between the steps. */
    private static final Set<String> OF_SETTINGS =
            Set.of(FindingCode.BAD_DATA.code(), FindingCode.MISSING_OPTION.code());

    private final Levels drawn;
    private final Consumer<Net> rules;
    private int looks;

    private Inlining(Levels drawn, Consumer<Net> rules) {
        this.drawn = drawn;
        this.rules = rules;
    }

    /**
     * The ids of the sub-processes that run as part of the process.
     *
     * @param rules what is applied to the net of each, as to that of the process
     */
    static Set<String> of(Levels drawn, Consumer<Net> rules) {
        Inlining inlining = new Inlining(drawn, rules);
        Set<String> inlined = new HashSet<>();
        String process = drawn.process().id();
        for (DrawnNode node : drawn.process().nodes()) {
            // In the order of the file an outer one comes before what is in it.
            boolean isPart = node.scope().equals(process) || inlined.contains(node.scope());
            if (isPart && inlining.isInlined(node)) {
                inlined.add(node.id());
            }
        }
        return inlined;
    }

    private boolean isInlined(DrawnNode node) {
        return node.kind().equals("subProcess")
                && !node.isOutsideOfFlow()
                && !node.isMultiple()
                && !node.isLoop()
                && !node.hasQuantity()
                && drawn.nodes(node.id()).stream().noneMatch(DrawnNode::isOutsideOfFlow)
                && hasOneStart(node)
                && isSound(node);
    }

    private boolean hasOneStart(DrawnNode node) {
        List<DrawnNode> heads = heads(drawn, node.id());
        return heads.size() == 1 && heads.getFirst().triggers().isEmpty();
    }

    /** Where a token goes that comes to this level: its starts; without any, all that nothing leads to. */
    static List<DrawnNode> heads(Levels drawn, String scope) {
        List<DrawnNode> inner = drawn.nodes(scope);
        List<DrawnNode> starts =
                inner.stream().filter(node -> node.kind().equals("startEvent")).toList();
        if (!starts.isEmpty()) {
            return starts;
        }
        Set<String> entered = new HashSet<>();
        drawn.flows(scope).stream().map(DrawnFlow::target).forEach(entered::add);
        return inner.stream()
                .filter(node -> !entered.contains(node.id()) && !node.kind().equals("boundaryEvent"))
                .toList();
    }

    private boolean isSound(DrawnNode node) {
        Net net = NetBuilder.inside(drawn, node.id());
        rules.accept(net);
        new StructureChecks(net).check();
        boolean isWhole = net.findings.stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR && !OF_SETTINGS.contains(finding.code()));
        List<Knot> ends = net.ofKind(Knot.Kind.END);
        if (!isWhole || ends.isEmpty()) {
            return false;
        }
        meet(net, ends);
        ProcessGraph graph = GraphBuilder.build(ElementMaker.elements(net, decision -> null, Map.of()));
        Verdict verdict = Soundness.check(graph, () -> ++looks > MOST_LOOKS);
        return verdict.kind() == Verdict.Kind.SOUND;
    }

    /** An end takes any number of tokens; a step behind all ends holds one, so that a second one shows. */
    private static void meet(Net net, List<Knot> ends) {
        Knot last = net.addAfter(ends.getLast(), Knot.Kind.ACTIVITY, FindingCode.N_INLINE);
        Knot end = net.addAfter(last, Knot.Kind.END, FindingCode.N_INLINE);
        for (Knot inner : ends) {
            inner.kind = Knot.Kind.PASS;
            net.link(inner, last);
        }
        net.link(last, end);
    }
}
