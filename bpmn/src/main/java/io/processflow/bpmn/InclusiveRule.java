package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * N-inclusive: an inclusive split whose branches all meet in one inclusive join becomes a parallel split and join, each
 * branch behind a gateway that leads into it or around it. All other inclusive gateways can not run.
 */
final class InclusiveRule {

    private final Net net;
    private final Choices choices;

    InclusiveRule(Net net, Choices choices) {
        this.net = net;
        this.choices = choices;
    }

    void apply() {
        net.ofKind(Knot.Kind.OR).forEach(this::separate);
        PostDominators after = PostDominators.of(net);
        for (Knot split : net.ofKind(Knot.Kind.OR)) {
            if (split.out.size() > 1) {
                after.first(split, knot -> knot.kind == Knot.Kind.OR && knot.in.size() > 1)
                        .flatMap(join -> block(split, join))
                        .ifPresent(this::rewrite);
            }
        }
        net.ofKind(Knot.Kind.OR).forEach(this::unsupported);
    }

    /** One that joins and splits is a join, then a split. */
    private void separate(Knot gateway) {
        if (gateway.in.size() > 1 && gateway.out.size() > 1) {
            Knot split = net.addAfter(gateway, Knot.Kind.OR, N_INCLUSIVE);
            net.moveOut(gateway, split);
            net.link(gateway, split);
        }
    }

    /** @param branchOf the number of the branch each inner knot lies in */
    private record Block(Knot split, Knot join, Map<Knot, Integer> branchOf) {

        int branchOf(Link arriving) {
            return arriving.from == split ? split.out.indexOf(arriving) : branchOf.getOrDefault(arriving.from, -1);
        }
    }

    private static Optional<Block> block(Knot split, Knot join) {
        Block block = new Block(split, join, new HashMap<>());
        for (int branch = 0; branch < split.out.size(); branch++) {
            if (!collect(block, branch)) {
                return Optional.empty();
            }
        }
        boolean entered = block.branchOf().keySet().stream()
                .flatMap(knot -> knot.in.stream())
                .anyMatch(link -> link.from != split && !block.branchOf().containsKey(link.from));
        boolean arrivesFromOutside = join.in.stream().anyMatch(link -> block.branchOf(link) < 0);
        return entered || arrivesFromOutside || arrivesTwice(block) ? Optional.empty() : Optional.of(block);
    }

    /** False when the branch ends, runs back to the split, or runs into another branch. */
    private static boolean collect(Block block, int branch) {
        Deque<Knot> open = new ArrayDeque<>();
        open.push(block.split().out.get(branch).to);
        while (!open.isEmpty()) {
            Knot knot = open.pop();
            if (knot == block.join()) {
                continue;
            }
            Integer known = block.branchOf().putIfAbsent(knot, branch);
            if (known != null && known != branch || knot == block.split() || knot.out.isEmpty()) {
                return false;
            }
            if (known == null) {
                knot.out.forEach(way -> open.push(way.to));
            }
        }
        return true;
    }

    /** Whether a branch may bring more than one token to the join. */
    private static boolean arrivesTwice(Block block) {
        Set<Integer> arrived = new HashSet<>();
        Set<Integer> splitting = new HashSet<>();
        block.branchOf().forEach((knot, branch) -> {
            if ((knot.kind == Knot.Kind.AND || knot.kind == Knot.Kind.OR) && knot.out.size() > 1) {
                splitting.add(branch);
            }
        });
        return block.join().in.stream()
                .map(block::branchOf)
                .anyMatch(branch -> !arrived.add(branch) && splitting.contains(branch));
    }

    private void rewrite(Block block) {
        Knot split = block.split();
        List<Link> ways = List.copyOf(split.out);
        List<Link> arrivals = List.copyOf(block.join().in);
        List<Integer> branches = arrivals.stream().map(block::branchOf).toList();
        split.kind = Knot.Kind.AND;
        split.madeBy = N_INCLUSIVE.code();
        block.join().kind = Knot.Kind.AND;
        block.join().madeBy = N_INCLUSIVE.code();
        Knot last = split;
        for (int branch = 0; branch < ways.size(); branch++) {
            Knot slot = net.addBefore(block.join(), Knot.Kind.PASS, N_INCLUSIVE);
            for (int i = 0; i < arrivals.size(); i++) {
                if (branches.get(i) == branch) {
                    net.redirect(arrivals.get(i), slot);
                }
            }
            net.link(slot, block.join());
            if (ways.get(branch).to != slot && !isAlways(split, ways.get(branch))) {
                last = gate(last, split, ways, branch, slot);
            }
        }
        net.find(
                N_INCLUSIVE,
                split.id(),
                "name",
                split.label(),
                "count",
                String.valueOf(ways.size()),
                "join",
                block.join().label());
    }

    /** A flow without condition out of an activity is always taken; out of a gateway a person says. */
    private static boolean isAlways(Knot split, Link way) {
        return !split.main && !way.isDefault && way.condition() == null;
    }

    private Knot gate(Knot previous, Knot split, List<Link> ways, int branch, Knot slot) {
        Link way = ways.get(branch);
        Knot gate = net.addAfter(previous, split.drawn, Knot.Kind.CHOICE, N_INCLUSIVE);
        int place = split.out.indexOf(way);
        split.out.remove(way);
        way.from = gate;
        gate.out.add(way);
        Link into = net.link(split, gate);
        split.out.remove(into);
        split.out.add(place, into);
        net.link(gate, slot);
        gate.choice = choices.inclusive(split, ways, branch);
        return gate;
    }

    private void unsupported(Knot gateway) {
        boolean trivial = gateway.in.size() < 2 && gateway.out.size() < 2;
        if (trivial) {
            net.find(N_MERGE, gateway.id(), "name", gateway.label());
        } else {
            net.find(
                    UNSUPPORTED_ELEMENT,
                    gateway.id(),
                    "name",
                    gateway.label(),
                    "reason",
                    "its branches do not all meet in one inclusive gateway");
        }
        gateway.kind = gateway.out.size() > 1 ? Knot.Kind.CHOICE : Knot.Kind.PASS;
    }
}
