package io.processflow.engine;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws processes by chance: nested blocks, as people draw them. Every block has one way in and one way out; branches that
 * meet again do so in a gateway that only passes tokens on, as compiled drawings have them.
 */
final class RandomModel {

    static final List<String> VARIABLES = List.of("a", "b", "c", "d");
    private static final List<String> COMPARISONS = List.of("==", "!=", ">", ">=", "<", "<=");
    private static final List<String> METHODS = List.of("incrementBy", "decrementBy", "setTo");

    /** The node a token enters by and the one it leaves by. */
    private record Block(String in, String out) {}

    private final RandomGenerator random;
    private final Drawing drawing = Drawing.process();
    private final List<String> inside = new ArrayList<>();
    private int nodes;

    private RandomModel(RandomGenerator random) {
        this.random = random;
    }

    static Drawing blocks(RandomGenerator random) {
        RandomModel model = new RandomModel(random);
        model.drawing.start(random.nextInt(3) == 0 ? new String[] {"a"} : new String[0]);
        Block body = model.sequence(3);
        model.drawing.end("end").flow("start", body.in()).flow(body.out(), "end");
        return model.drawing;
    }

    private Block sequence(int depth) {
        Block first = block(depth);
        Block last = first;
        for (int more = random.nextInt(3); more > 0; more--) {
            Block next = block(depth);
            drawing.flow(last.out(), next.in());
            last = next;
        }
        return new Block(first.in(), last.out());
    }

    private Block block(int depth) {
        int kind = random.nextInt(depth > 0 && nodes < 40 ? 16 : 6);
        return switch (kind) {
            case 0, 1 -> manual();
            case 2 -> automatic();
            case 3 -> info();
            case 4 -> event();
            case 5 -> random.nextInt(3) == 0 ? dubiousChoice() : manual();
            case 6, 7 -> choice(depth - 1);
            case 8, 9, 10 -> parallel(depth - 1);
            case 11, 12 -> loop(depth - 1);
            case 13 -> doubled(depth - 1);
            default -> challenge(depth - 1);
        };
    }

    private String named(String kind) {
        String name = kind + " " + ++nodes;
        inside.add(name);
        return name;
    }

    private Block manual() {
        String name = named("manual");
        drawing.manual(name, variable(), variable());
        if (random.nextInt(3) == 0) {
            drawing.with(name, "description", "See {a}, {Coins} and {unknown}");
        }
        maybeReward(name);
        return new Block(name, name);
    }

    private Block automatic() {
        String name = named("automatic");
        drawing.automatic(name).with(name, "text", "{Experience}");
        maybeReward(name);
        return new Block(name, name);
    }

    private Block info() {
        String name = named("info");
        drawing.info(name);
        maybeReward(name);
        return new Block(name, name);
    }

    private Block event() {
        String name = named("event");
        drawing.event(name);
        reward(name);
        return new Block(name, name);
    }

    /** A gateway whose way for "false" is missing. */
    private Block dubiousChoice() {
        String name = named("dubious");
        condition(name);
        Block next = manual();
        drawing.flow(name, next.in()).noFlow(name);
        return new Block(name, next.out());
    }

    private Block choice(int depth) {
        String gateway = named("gateway");
        condition(gateway);
        Block yes = sequence(depth);
        drawing.flow(gateway, yes.in());
        String merge = pass();
        if (random.nextInt(3) == 0) {
            drawing.flow(gateway, merge);
        } else {
            Block no = sequence(depth);
            drawing.flow(gateway, no.in()).flow(no.out(), merge);
        }
        drawing.flow(yes.out(), merge);
        return passing(gateway, merge);
    }

    private Block parallel(int depth) {
        String split = named("split");
        drawing.split(split);
        Block one = sequence(depth);
        drawing.flow(split, one.in());
        if (random.nextInt(5) == 0) {
            return fork(split, one, sequence(depth));
        }
        String join = named("join");
        drawing.join(join).flow(one.out(), join);
        if (random.nextInt(4) == 0) {
            drawing.flow(split, join);
        } else {
            Block other = sequence(depth);
            drawing.flow(split, other.in()).flow(other.out(), join);
        }
        return new Block(split, join);
    }

    /** Two tokens one after the other through the same branches: each must find its own partner at the join. */
    private Block doubled(int depth) {
        String split = named("split");
        Block one = manual();
        Block other = manual();
        String merge = pass();
        drawing.split(split).flow(split, one.in()).flow(split, other.in());
        drawing.flow(one.out(), merge).flow(other.out(), merge);
        Block branches = parallel(depth);
        drawing.flow(merge, branches.in()).flow(merge, branches.in());
        return new Block(split, branches.out());
    }

    /** One branch has an end of its own. */
    private Block fork(String split, Block one, Block other) {
        String end = named("end");
        drawing.end(end).flow(one.out(), end).flow(split, other.in());
        return new Block(split, other.out());
    }

    private Block loop(int depth) {
        String head = pass();
        Block body = sequence(depth);
        Block last = body;
        if (random.nextInt(8) != 0) {
            last = manual();
            drawing.flow(body.out(), last.in());
        }
        String again = named("gateway");
        condition(again);
        drawing.flow(last.out(), again).flow(again, head);
        drawing.flow(head, body.in()).flow(head, body.in());
        String out = pass();
        drawing.flow(again, out);
        return passing(head, out);
    }

    private Block challenge(int depth) {
        int from = inside.size();
        Block body = sequence(depth);
        List<String> members = List.copyOf(inside.subList(from, inside.size()));
        inside.subList(from, inside.size()).clear();
        String name = named("challenge");
        drawing.challenge(name, random.nextInt(60)).inside(name, members.toArray(String[]::new));
        maybeReward(name);
        return body;
    }

    /** Both ways of it lead to what follows, which {@link #passing} draws. */
    private String pass() {
        String name = named("pass");
        drawing.gateway(name, 1, "==", 1);
        return name;
    }

    /** What follows a pass has to be drawn twice: its two ways. */
    private Block passing(String in, String out) {
        String behind = named("info");
        drawing.info(behind).flow(out, behind).flow(out, behind);
        return new Block(in, behind);
    }

    private void condition(String gateway) {
        String left = random.nextInt(10) == 0 ? "{Coins}" : "{" + variable() + "}";
        Object right = switch (random.nextInt(6)) {
            case 0 -> "{" + variable() + "}";
            case 1 -> true;
            case 2 -> "x";
            default -> random.nextInt(4);
        };
        drawing.gateway(gateway, left, COMPARISONS.get(random.nextInt(random.nextInt(3) == 0 ? 6 : 2)), right);
    }

    private void maybeReward(String node) {
        if (random.nextInt(2) == 0) {
            reward(node);
        }
    }

    private void reward(String node) {
        Map<String, Value> options = new LinkedHashMap<>();
        boolean badge = random.nextInt(5) == 0;
        drawing.with(node, NodeData.GAMIFICATION_TYPE, badge ? "Badges" : "Points");
        if (badge) {
            options.put("badgeType", Value.text(random.nextBoolean() ? "Packer" : "Hero of {a}"));
        } else {
            options.put("pointType", Value.text(random.nextBoolean() ? "Coins" : "Experience"));
            options.put("pointsApplicationMethod", Value.text(METHODS.get(random.nextInt(METHODS.size()))));
            options.put(
                    "pointsForSuccess",
                    random.nextInt(4) == 0 ? Value.text("{" + variable() + "}") : Value.Number.of(random.nextInt(30)));
        }
        if (random.nextInt(4) == 0) {
            options.put("hasCondition", Value.text("true"));
            options.put(NodeData.VALUE_1, Value.text(random.nextBoolean() ? "{Experience}" : "{" + variable() + "}"));
            options.put(NodeData.COMPARISON, Value.text(COMPARISONS.get(random.nextInt(COMPARISONS.size()))));
            options.put(NodeData.VALUE_2, Value.Number.of(random.nextInt(20)));
        }
        drawing.with(node, NodeData.GAMIFICATION_OPTIONS, new Value.Fields(options));
    }

    private String variable() {
        return VARIABLES.get(random.nextInt(VARIABLES.size()));
    }
}
