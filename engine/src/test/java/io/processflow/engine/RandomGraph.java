package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Draws graphs by chance without any structure: each way leads to some node. Most of them are unsound, in every manner the
 * check knows; all are connected as their nodes' types say. Each gateway asks a variable of its own, {@code go <name>}.
 */
final class RandomGraph {

    private final Random random;
    private final Drawing drawing = Drawing.process().start();
    private final List<String> joins = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    /** Ways that lead nowhere yet: the names of the nodes they leave, in no order. */
    private final List<String> loose = new ArrayList<>(List.of("start"));

    private RandomGraph(Random random) {
        this.random = random;
    }

    /** Neighbouring seeds of {@link Random} begin alike; these do not. */
    static Random seeded(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    static Drawing drawn(Random random) {
        RandomGraph graph = new RandomGraph(random);
        graph.nodes(2 + random.nextInt(6));
        graph.ways();
        return graph.drawing;
    }

    /** True when tokens can go in a circle without anybody doing anything: the engine stops them after 10,000 steps. */
    static boolean runsByItself(ProcessGraph graph) {
        return graph.nodes().stream().anyMatch(node -> isReachedFrom(graph, node.index()));
    }

    private static boolean isReachedFrom(ProcessGraph graph, int from) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.remove();
            if (!(graph.node(at) instanceof Node.ActivityNode || graph.node(at) instanceof Node.InfoNode)) {
                for (int next : graph.successors(at)) {
                    if (next == from) {
                        return true;
                    }
                    if (!seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }

    private void nodes(int count) {
        drawing.end("end");
        others.add("end");
        for (int i = 1; i <= count; i++) {
            String name = "n" + i;
            switch (random.nextInt(8)) {
                case 0, 1 -> node(drawing.manual(name), name, 1, others);
                case 2 -> node(drawing.automatic(name), name, 1, others);
                case 3 -> node(drawing.event(name), name, 1, others);
                case 4, 5 -> node(drawing.gateway(name, "{go-" + name + "}", "==", true), name, 2, others);
                case 6 -> node(drawing.split(name), name, 2, others);
                default -> node(drawing.join(name), name, 1, joins);
            }
        }
    }

    private void node(Drawing ignored, String name, int ways, List<String> kind) {
        kind.add(name);
        loose.addAll(Collections.nCopies(ways, name));
    }

    private void ways() {
        for (String join : joins) {
            List<String> sources = new ArrayList<>(loose.stream().distinct().toList());
            while (sources.size() < 2) {
                String extra = "more" + loose.size() + join;
                drawing.split(extra);
                others.add(extra);
                loose.addAll(List.of(extra, extra));
                sources.add(extra);
            }
            Collections.shuffle(sources, random);
            for (String source : sources.subList(0, 2)) {
                loose.remove(source);
                drawing.flow(source, join);
            }
        }
        List<String> unreached = new ArrayList<>(others);
        Collections.shuffle(unreached, random);
        for (String from : loose) {
            boolean towardsNew = !unreached.isEmpty() && !unreached.getFirst().equals(from) && random.nextInt(6) != 0;
            drawing.flow(from, towardsNew ? unreached.removeFirst() : others.get(random.nextInt(others.size())));
        }
    }
}
