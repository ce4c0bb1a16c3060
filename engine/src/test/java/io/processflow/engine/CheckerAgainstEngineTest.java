package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import io.processflow.engine.soundness.Verdict.Flaw;
import io.processflow.engine.soundness.Verdict.FlawKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The check of a drawing and the engine never disagree: what is called sound runs to its end whatever is chosen, and what is
 * reported happens when the reported run is taken. {@code -Dseed=N} looks at the one graph a failure names.
 */
class CheckerAgainstEngineTest {

    private static final long FIRST_SEED = 20_261_122_000_000L;
    private static final int MOST_MOVES = 4_000;
    private static final int MOVES_WITHOUT_AN_END = 300;

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void theyAgreeOnGraphsDrawnByChance() {
        if (Long.getLong("seed") != null) {
            look(Long.getLong("seed"));
            return;
        }
        int pairs = Integer.getInteger("pairs", 300);
        look(FIRST_SEED, pairs * 2);
        if (pairs >= 300) {
            isWorthSomething();
        }
    }

    @Test
    @Tag("nightly")
    void theyAgreeOnTenThousandNewGraphs() {
        look(System.currentTimeMillis() * 100_000, 10_000);
        isWorthSomething();
    }

    private void look(long firstSeed, int graphs) {
        for (int i = 0; i < graphs; i++) {
            look(firstSeed + i);
        }
        System.out.println("Checker against engine: " + graphs + " graphs " + counts);
    }

    private void isWorthSomething() {
        for (FlawKind kind : FlawKind.values()) {
            assertThat(counts).containsKey(kind.toString());
        }
        assertThat(counts).containsKeys("SOUND", "UNSOUND", "sound with a join", "completed");
    }

    private void look(long seed) {
        try {
            Random random = RandomGraph.seeded(seed);
            boolean free = random.nextInt(5) < 3;
            ProcessGraph graph = (free ? RandomGraph.drawn(random) : RandomModel.blocks(random)).graph();
            if (graph.nodes().stream().anyMatch(CheckerAgainstEngineTest::lacksAWay)) {
                count("left out: a way is missing");
                return;
            }
            int[] asked = {0};
            compare(graph, Soundness.check(graph, () -> ++asked[0] > 8), random);
        } catch (AssertionError | RuntimeException difference) {
            throw new AssertionError(
                    "seed " + seed + " (mvn -pl engine test -Dtest=CheckerAgainstEngineTest -Dseed=" + seed + "): "
                            + difference.getMessage(),
                    difference);
        }
    }

    private static boolean lacksAWay(Node node) {
        return node instanceof Node.GatewayNode gateway && gateway.whenFalse() == Node.NONE;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void compare(ProcessGraph graph, Verdict verdict, Random random) {
        count(verdict.kind().toString());
        PacedProcess process = new PacedProcess(graph);
        switch (verdict.kind()) {
            case SOUND -> {
                if (graph.nodes().stream().anyMatch(Node.AndJoinNode.class::isInstance)) {
                    count("sound with a join");
                }
                for (int i = 0; i < 5; i++) {
                    runsToItsEnd(graph, process, random);
                }
            }
            case UNSOUND ->
                verdict.flaws().forEach(flaw -> {
                    count(flaw.kind().toString());
                    happens(graph, process, flaw, random);
                });
            case UNDECIDED -> {}
        }
    }

    private void runsToItsEnd(ProcessGraph graph, PacedProcess process, Random random) {
        InstanceState state = process.started();
        int[] distance = distancesToAnEnd(graph);
        for (int moves = 0; state.status() == InstanceStatus.RUNNING; moves++) {
            assertThat(moves).as("moves until the end").isLessThan(MOST_MOVES);
            List<Visit> gates = process.gates(state);
            assertThat(gates.stream().map(Visit::node).distinct())
                    .as("one token in a place")
                    .hasSameSizeAs(gates);
            Visit gate = gates.get(random.nextInt(gates.size()));
            boolean go = random.nextBoolean();
            // Mostly towards an end, or a walk by chance through many loops would take for ever.
            if (graph.node(process.nodeOf(gate)) instanceof Node.GatewayNode gateway && random.nextInt(3) != 0) {
                go = distance[gateway.whenTrue()] <= distance[gateway.whenFalse()];
            }
            state = process.open(state, gate, go);
        }
        assertThat(state.status()).as("how it ends").isEqualTo(InstanceStatus.COMPLETED);
        count("completed");
    }

    /** How many moves it is to the nearest end at least, for each node. */
    private static int[] distancesToAnEnd(ProcessGraph graph) {
        int[] distance = new int[graph.size()];
        Arrays.fill(distance, graph.size());
        for (int round = 0; round < graph.size(); round++) {
            for (Node node : graph.nodes()) {
                int nearest = graph.successors(node.index()).stream()
                        .mapToInt(next -> distance[next] + 1)
                        .min()
                        .orElse(0);
                distance[node.index()] = Math.min(distance[node.index()], nearest);
            }
        }
        return distance;
    }

    /** Something of the flaw that the engine shows when it is led along the run. */
    private void happens(ProcessGraph graph, PacedProcess process, Flaw flaw, Random random) {
        List<Integer> run = flaw.run();
        switch (flaw.kind()) {
            case DEADLOCK ->
                assertThat(process.after(run.subList(0, run.size() - 1)))
                        .as("%s: the engine is stuck at %s", flaw, graph.name(flaw.node()))
                        .filteredOn(state -> process.gates(state).stream().allMatch(process::joins))
                        .anySatisfy(state -> isStuck(process, state, flaw.node()));
            case LACK_OF_SYNCHRONISATION ->
                assertThat(process.after(run.subList(0, run.size() - 1)))
                        .as("%s: two tokens in front of %s", flaw, graph.name(flaw.node()))
                        .anyMatch(state -> hasTwoTokens(process, state, flaw.node()));
            case LIVELOCK ->
                assertThat(process.after(run.subList(0, run.size() - 1)))
                        .as("%s: nothing ends it", flaw)
                        .anyMatch(state -> goesOnAndOn(process, state, random));
            case DEAD_NODE -> {
                for (int i = 0; i < 3; i++) {
                    assertThat(visited(process, random).get(flaw.node()))
                            .as("%s: %s is reached", flaw, graph.name(flaw.node()))
                            .isFalse();
                }
            }
        }
    }

    private static void isStuck(PacedProcess process, InstanceState state, int join) {
        InstanceState after = state;
        for (Visit gate : process.gates(state)) {
            after = process.open(after, gate, true);
        }
        assertThat(after.status()).isEqualTo(InstanceStatus.ERROR);
        assertThat(after.open()).extracting(process::nodeOf).contains(join);
        assertThat(after.open()).extracting(Visit::status).containsOnly(VisitStatus.ERROR);
    }

    private static boolean hasTwoTokens(PacedProcess process, InstanceState state, int node) {
        List<Integer> places = process.gates(state).stream()
                .filter(gate -> process.nodeOf(gate) == node)
                .map(Visit::node)
                .toList();
        return places.stream().distinct().count() < places.size();
    }

    private static boolean goesOnAndOn(PacedProcess process, InstanceState from, Random random) {
        InstanceState state = from;
        for (int i = 0; i < MOVES_WITHOUT_AN_END && !process.gates(state).isEmpty(); i++) {
            List<Visit> gates = process.gates(state);
            state = process.open(state, gates.get(random.nextInt(gates.size())), random.nextBoolean());
        }
        return !state.status().isFinal();
    }

    private static BitSet visited(PacedProcess process, Random random) {
        BitSet visited = new BitSet();
        InstanceState state = process.started();
        for (int i = 0; i < MOVES_WITHOUT_AN_END && !process.gates(state).isEmpty(); i++) {
            List<Visit> gates = process.gates(state);
            Visit gate = gates.get(random.nextInt(gates.size()));
            if (!process.joins(gate)) {
                visited.set(process.nodeOf(gate));
            }
            state = process.open(state, gate, random.nextBoolean());
            if (gates.size() > 100) {
                break;
            }
        }
        return visited;
    }
}
