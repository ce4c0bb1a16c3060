package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the elements of one knot: most have one, gateways as many as it takes to do with two ways each. */
final class Parts {

    private final Knot knot;
    private final @Nullable String decisionRole;
    private final List<Made> made = new ArrayList<>();
    /** The element a token enters by each way in; of all but joins the first. */
    private final List<Made> joins = new ArrayList<>();

    private Parts(Knot knot, @Nullable String decisionRole) {
        this.knot = knot;
        this.decisionRole = decisionRole;
    }

    /** @param decisionRole who answers its decision step, if it has one */
    static Parts of(Knot knot, @Nullable String decisionRole) {
        Parts parts = new Parts(knot, decisionRole);
        parts.make();
        return parts;
    }

    /** In the order of the flow. */
    List<Made> made() {
        return made;
    }

    Made entry() {
        return made.getFirst();
    }

    boolean isJoin() {
        return !joins.isEmpty();
    }

    /** The join a way in leads to: the first has the first two, each other one more. */
    Made join(int way) {
        return joins.get(Math.max(0, way - 1));
    }

    int joinCount() {
        return joins.size();
    }

    private void make() {
        switch (knot.kind) {
            case START -> one(NodeType.startNode).exit(next());
            case END -> one(NodeType.endNode);
            case ACTIVITY -> one(NodeType.activityNode).exit(next());
            case INFO -> one(NodeType.infoNode).exit(next());
            case EVENT -> one(NodeType.gamificationEventNode).exit(next());
            case AND -> {
                joins();
                splits();
            }
            case CHOICE -> choice();
            case OR, PASS -> {}
        }
    }

    private @Nullable Link next() {
        return knot.out.isEmpty() ? null : knot.out.getFirst();
    }

    private Made one(NodeType type) {
        Made element = new Made(knot, knot.main, knot.main ? null : knot.madeBy, type, knot.data);
        made.add(element);
        return element;
    }

    private void joins() {
        for (int i = 1; i < knot.in.size(); i++) {
            Made join = parallel(NodeType.andJoinNode, i > 1);
            if (!joins.isEmpty()) {
                joins.getLast().exit(new Made.Exit.Inner(join));
            }
            joins.add(join);
        }
        if (isJoin() && knot.out.size() < 2) {
            joins.getLast().exit(next());
        }
    }

    private void splits() {
        for (int i = 1; i < knot.out.size(); i++) {
            Made split = parallel(NodeType.andSplitNode, !made.isEmpty());
            boolean last = i == knot.out.size() - 1;
            if (made.size() > 1) {
                made.get(made.size() - 2).exit(new Made.Exit.Inner(split));
            }
            split.exit(knot.out.get(i - 1));
            if (last) {
                split.exit(knot.out.get(i));
            }
        }
    }

    private Made parallel(NodeType type, boolean further) {
        FindingCode made =
                type == NodeType.andSplitNode && isJoin() ? FindingCode.N_AND_MIXED : FindingCode.N_AND_CHAIN;
        boolean drawn = knot.main && !further;
        String rule = knot.madeBy != null ? knot.madeBy : made.code();
        Made element = new Made(knot, drawn, drawn ? null : rule, type, data(further));
        this.made.add(element);
        return element;
    }

    /** Only the drawn element itself carries its options; what is made for it has its title. */
    private Map<String, Value> data(boolean further) {
        Map<String, Value> data = new LinkedHashMap<>();
        if (!further && knot.main) {
            data.putAll(knot.data);
        } else if (knot.drawn.name() != null) {
            data.put(NodeData.TASK, Value.text(knot.drawn.name()));
        }
        return data;
    }

    private void choice() {
        switch (knot.choice) {
            case Choice.Asked asked -> asked(asked);
            case Choice.Compared(var conditions) -> gates(conditions, null);
            case null -> throw new IllegalStateException("expected " + knot.id() + " to be decided");
        }
        if (knot.main) {
            made.stream()
                    .filter(element -> element.type == NodeType.gatewayNode)
                    .findFirst()
                    .ifPresent(this::drawnGate);
        }
    }

    private void drawnGate(Made gate) {
        Map<String, Value> compared = new LinkedHashMap<>(gate.data);
        gate.data.clear();
        gate.data.putAll(knot.data);
        gate.data.putAll(compared);
        gate.standForDrawn();
    }

    private void asked(Choice.Asked asked) {
        Made decision = new Made(knot, false, asked.rule(), NodeType.activityNode, question(asked));
        made.add(decision);
        List<@Nullable Expression> conditions = new ArrayList<>();
        int last = lastAsked();
        for (int i = 0; i < asked.labels().size(); i++) {
            conditions.add(
                    i == last
                            ? null
                            : Labels.answered(asked.variable(), asked.labels().get(i)));
        }
        gates(conditions, decision);
    }

    /** The way that is left when all other answers were not given: the default, else the last. */
    private int lastAsked() {
        for (int i = 0; i < knot.out.size(); i++) {
            if (knot.out.get(i).isDefault) {
                return i;
            }
        }
        return knot.out.size() - 1;
    }

    private Map<String, Value> question(Choice.Asked asked) {
        Map<String, Value> data = new LinkedHashMap<>();
        data.put(NodeData.TASK, Value.text(asked.title()));
        data.put(NodeData.EXECUTION_MODE, Value.text("Manual"));
        if (decisionRole != null) {
            data.put(NodeData.ASSIGNED_ROLE, Value.text(decisionRole));
        }
        data.put(NodeData.ACTIVITY_TYPE, Value.text("Single choice"));
        data.put(
                NodeData.CHOICES,
                new Value.Items(asked.labels().stream().map(Value::text).toList()));
        data.put("outputs", new Value.Fields(Map.of("userInputVariableName", Value.text(asked.variable()))));
        return data;
    }

    /** The gateways of the conditions, each one's false way leading to the next; the last one's to the default. */
    private void gates(List<@Nullable Expression> conditions, @Nullable Made before) {
        int defaultWay = conditions.indexOf(null);
        Made.Exit otherwise = defaultWay < 0 ? Made.MISSING : new Made.Exit.Way(knot.out.get(defaultWay));
        List<Made> chain = new ArrayList<>();
        for (int i = conditions.size() - 1; i >= 0; i--) {
            Expression condition = conditions.get(i);
            if (condition != null) {
                otherwise = gate(condition, new Made.Exit.Way(knot.out.get(i)), otherwise, chain);
            }
        }
        made.addAll(chain.reversed());
        if (before != null) {
            before.exit(otherwise);
        }
    }

    /** @param chain collects what is made, against the flow */
    private Made.Exit gate(Expression condition, Made.Exit whenTrue, Made.Exit whenFalse, List<Made> chain) {
        return switch (condition) {
            case Expression.Compare compare -> comparing(compare, whenTrue, whenFalse, chain);
            case Expression.Not(var inner) -> gate(inner, whenFalse, whenTrue, chain);
            case Expression.And(var first, var second) -> {
                Made.Exit then = gate(second, whenTrue, whenFalse, chain);
                yield gate(first, then, whenFalse, chain);
            }
            case Expression.Or(var first, var second) -> {
                Made.Exit otherwise = gate(second, whenTrue, whenFalse, chain);
                yield gate(first, whenTrue, otherwise, chain);
            }
        };
    }

    private Made.Exit comparing(Expression.Compare compare, Made.Exit whenTrue, Made.Exit whenFalse, List<Made> chain) {
        Map<String, Value> data = new LinkedHashMap<>();
        if (knot.drawn.name() != null) {
            data.put(NodeData.TASK, Value.text(knot.drawn.name()));
        }
        data.put(NodeData.VALUE_1, compare.left());
        data.put(NodeData.COMPARISON, Value.text(compare.comparison().symbol()));
        data.put(NodeData.VALUE_2, compare.right());
        String rule = knot.madeBy == null ? FindingCode.N_XOR_CHAIN.code() : knot.madeBy;
        Made gate = new Made(knot, false, rule, NodeType.gatewayNode, data);
        gate.exit(whenTrue).exit(whenFalse);
        chain.add(gate);
        return new Made.Exit.Inner(gate);
    }
}
