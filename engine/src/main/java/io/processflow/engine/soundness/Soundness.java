package io.processflow.engine.soundness;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.Node.GatewayNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.soundness.Verdict.Flaw;
import io.processflow.engine.soundness.Verdict.FlawKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Explores every order in which tokens can move through a graph, gateways going both ways, and reports what can go wrong
 * with the shortest run that shows it (soundness of workflow nets, W. van der Aalst 1997, with several ends allowed). The
 * orders explored include all the engine takes, so a verdict does not hang on the engine's order.
 */
public final class Soundness {

    /** States explored before the answer is "undecided". */
    public static final int MOST_STATES = 200_000;

    private final ProcessGraph graph;
    private final Places places;
    private final Map<Marking, Integer> numbers = new HashMap<>();
    private final List<Marking> markings = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> firedTo = new ArrayList<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final Concurrency concurrency;
    private final BitSet reached = new BitSet();
    private final BitSet comesToAnEnd = new BitSet();
    private final Map<FlawKind, Flaw> found = new java.util.EnumMap<>(FlawKind.class);
    private int exploring;

    private Soundness(ProcessGraph graph) {
        this.graph = graph;
        this.places = new Places(graph);
        this.concurrency = new Concurrency(graph, places);
    }

    /** @param giveUp asked now and then: true ends the exploration, for instance after a time */
    public static Verdict check(ProcessGraph graph, BooleanSupplier giveUp) {
        return new Soundness(graph).check(giveUp);
    }

    private Verdict check(BooleanSupplier giveUp) {
        if (graph.start() == Node.NONE) {
            return new Verdict(Verdict.Kind.UNDECIDED, List.of(), List.of(), 0);
        }
        number(Marking.empty(places.count()).with(graph.start()), -1, Node.NONE);
        boolean whole = explore(giveUp);
        List<Flaw> flaws = new ArrayList<>(found.values());
        List<Verdict.Notice> notices = new ArrayList<>();
        if (whole) {
            findLivelock(flaws);
            findDeadNodes(flaws);
            notices.addAll(concurrency.notices());
        }
        notices.addAll(UnsetVariables.in(graph));
        Verdict.Kind kind =
                !flaws.isEmpty() ? Verdict.Kind.UNSOUND : whole ? Verdict.Kind.SOUND : Verdict.Kind.UNDECIDED;
        return new Verdict(kind, flaws, notices, markings.size());
    }

    /** Breadth first, so that the first run found is a shortest one. */
    private boolean explore(BooleanSupplier giveUp) {
        for (exploring = 0; exploring < markings.size(); exploring++) {
            if (markings.size() > MOST_STATES || ((exploring & 0xff) == 0 && giveUp.getAsBoolean())) {
                return false;
            }
            Marking marking = markings.get(exploring);
            concurrency.look(marking, () -> run(exploring));
            if (marking.isEmpty()) {
                comesToAnEnd.set(exploring);
            } else if (!fireAll(marking)) {
                comesToAnEnd.set(exploring);
                int stuck = places.node(firstToken(marking));
                found.putIfAbsent(FlawKind.DEADLOCK, new Flaw(FlawKind.DEADLOCK, stuck, run(exploring, stuck)));
            }
        }
        return true;
    }

    /** Fires every node that can fire; false when there is none. */
    private boolean fireAll(Marking marking) {
        boolean moved = false;
        for (int place = 0; place < places.count(); place++) {
            if (marking.has(place) && fire(marking, place)) {
                moved = true;
            }
        }
        return moved;
    }

    private boolean fire(Marking marking, int place) {
        int index = places.node(place);
        switch (graph.node(index)) {
            case AndJoinNode join -> {
                if (place != places.firstInput(index) || !marking.has(places.secondInput(index))) {
                    return false;
                }
                Marking without = marking.without(place).without(places.secondInput(index));
                move(without, index, join.next());
            }
            case GatewayNode gateway -> {
                Marking without = marking.without(place);
                // A way that is missing ends in an incident of its own; only the ways that exist are explored.
                if (gateway.whenTrue() != Node.NONE) {
                    move(without, index, gateway.whenTrue());
                }
                if (gateway.whenFalse() != Node.NONE && gateway.whenFalse() != gateway.whenTrue()) {
                    move(without, index, gateway.whenFalse());
                }
            }
            case Node.AndSplitNode split -> {
                reached.set(index);
                Marking without = marking.without(place);
                concurrency.ended(split.first(), without, split.second(), () -> run(exploring, index));
                concurrency.ended(split.second(), without, split.first(), () -> run(exploring, index));
                Marking first = arrive(without, index, split.first());
                Marking both = first == null ? null : arrive(first, index, split.second());
                if (both != null) {
                    number(both, exploring, index);
                }
            }
            case Node.StartNode start -> move(marking.without(place), index, start.next());
            case Node.ActivityNode activity -> move(marking.without(place), index, activity.next());
            case Node.InfoNode info -> move(marking.without(place), index, info.next());
            case Node.GamificationEventNode event -> move(marking.without(place), index, event.next());
            case Node.EndNode ignored -> throw new IllegalStateException("expected ends to hold no token");
            case Node.ChallengeNode ignored -> throw new IllegalStateException("expected no token on a challenge");
        }
        return true;
    }

    private void move(Marking without, int from, int to) {
        reached.set(from);
        concurrency.ended(to, without, Node.NONE, () -> run(exploring, from));
        Marking after = arrive(without, from, to);
        if (after != null) {
            number(after, exploring, from);
        }
    }

    /** Null when the place holds a token already: that flaw is noted and not explored further. */
    private @Nullable Marking arrive(Marking marking, int from, int to) {
        if (places.swallows(to)) {
            if (to != Node.NONE) {
                reached.set(to);
            }
            return marking;
        }
        int place = places.arrival(from, to);
        if (marking.has(place)) {
            comesToAnEnd.set(exploring);
            if (!found.containsKey(FlawKind.LACK_OF_SYNCHRONISATION)) {
                List<Integer> run = run(exploring, from);
                run.add(to);
                found.put(FlawKind.LACK_OF_SYNCHRONISATION, new Flaw(FlawKind.LACK_OF_SYNCHRONISATION, to, run));
            }
            return null;
        }
        return marking.with(place);
    }

    private void number(Marking marking, int parent, int fired) {
        Integer known = numbers.putIfAbsent(marking, markings.size());
        if (known == null) {
            markings.add(marking);
            parents.add(parent);
            firedTo.add(fired);
            predecessors.add(new ArrayList<>(2));
            known = markings.size() - 1;
        }
        if (parent >= 0) {
            predecessors.get(known).add(parent);
        }
    }

    private int firstToken(Marking marking) {
        for (int place = 0; place < places.count(); place++) {
            if (marking.has(place)) {
                return place;
            }
        }
        throw new IllegalStateException("expected a token");
    }

    /** The nodes fired on the way to a state, and one more. */
    private List<Integer> run(int state, int last) {
        List<Integer> run = run(state);
        run.add(last);
        return run;
    }

    private List<Integer> run(int state) {
        LinkedList<Integer> run = new LinkedList<>();
        for (int at = state; parents.get(at) >= 0; at = parents.get(at)) {
            run.addFirst(firedTo.get(at));
        }
        return run;
    }

    /** States from which neither completion nor another flaw can be reached. */
    private void findLivelock(List<Flaw> flaws) {
        BitSet ending = (BitSet) comesToAnEnd.clone();
        Deque<Integer> open = new ArrayDeque<>();
        ending.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int before : predecessors.get(open.remove())) {
                if (!ending.get(before)) {
                    ending.set(before);
                    open.add(before);
                }
            }
        }
        int first = ending.nextClearBit(0);
        if (first < markings.size()) {
            int node = places.node(firstToken(markings.get(first)));
            flaws.add(new Flaw(FlawKind.LIVELOCK, node, run(first, node)));
        }
    }

    /** After a place with two tokens nothing was explored: then only what no way leads to is surely dead. */
    private void findDeadNodes(List<Flaw> flaws) {
        BitSet alive = found.containsKey(FlawKind.LACK_OF_SYNCHRONISATION) ? connected() : reached;
        for (int i = 0; i < graph.size(); i++) {
            if (!alive.get(i) && !(graph.node(i) instanceof Node.ChallengeNode)) {
                flaws.add(new Flaw(FlawKind.DEAD_NODE, i, List.of()));
            }
        }
    }

    private BitSet connected() {
        BitSet connected = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(graph.start());
        while (!open.isEmpty()) {
            int index = open.remove();
            if (!connected.get(index)) {
                connected.set(index);
                open.addAll(graph.successors(index));
            }
        }
        return connected;
    }
}
