package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Gives commands by chance to an instance it sees the state of: mostly ones that bring it on, in any order, and now and
 * then wrong ones, repeated ones, holds, retries, and a cancel.
 */
final class RandomCommands {

    static final List<UUID> PEOPLE = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(-7, 3));

    private static final List<Value> VALUES = List.of(
            Value.Number.of(0),
            Value.Number.of(1),
            Value.Number.of(2),
            Value.Number.of(3),
            Value.text("2"),
            Value.text("x"),
            Value.text("{a}"),
            Value.text("2026-11-22"),
            Value.truth(true),
            Value.truth(false),
            Value.NOTHING,
            new Value.Items(List.of(Value.text("x"), Value.Number.of(1))));
    private static final List<String> WRONG_NAMES = List.of("Coins", "secret.key", "1st", "undeclared");

    private final Drawing drawing;
    private ProcessGraph graph;
    private final Random random;
    private final boolean wild;
    private final List<String> names;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** @param wild migrations may also send a node to any other */
    RandomCommands(Drawing drawing, Random random, boolean wild) {
        this.wild = wild;
        this.drawing = drawing;
        this.graph = drawing.graph();
        this.random = random;
        this.names = Stream.concat(RandomModel.VARIABLES.stream(), asked(graph))
                .distinct()
                .toList();
    }

    /** The variables that gateways ask, in the order they are drawn. */
    private static Stream<String> asked(ProcessGraph graph) {
        return graph.nodes().stream()
                .filter(node -> node instanceof Node.GatewayNode gateway && gateway.condition() != null)
                .flatMap(node -> ((Node.GatewayNode) node).condition().left().names().stream())
                .filter(VariableNames::isWritable);
    }

    Command next(ProcessGraph version, InstanceState state) {
        graph = version;
        now = now.plusSeconds(random.nextInt(20));
        if (!state.isStarted()) {
            return random.nextInt(8) == 0 ? anything(state) : start();
        }
        if (state.isHeld() && random.nextInt(3) == 0) {
            return new Command.Resume(who(), now);
        }
        List<Visit> failed = withStatus(state, VisitStatus.ERROR);
        if (!failed.isEmpty() && random.nextInt(3) == 0) {
            return new Command.Retry(who(), now, pick(failed).number(), written());
        }
        List<Visit> waiting = withStatus(state, VisitStatus.TODO);
        waiting.addAll(withStatus(state, VisitStatus.IN_PROGRESS));
        if (!waiting.isEmpty() && random.nextInt(10) < 8) {
            return random.nextInt(16) == 0
                    ? new Command.Fail(Actor.ACTIVITY_SERVER, now, pick(waiting).number(), "no stock")
                    : complete(pick(waiting));
        }
        return anything(state);
    }

    private Command anything(InstanceState state) {
        int visit = random.nextInt(state.lastVisit() + 2);
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new Command.Fail(Actor.ACTIVITY_SERVER, now, visit, "no answer");
            case 3, 4 -> new Command.Retry(who(), now, visit, written());
            case 5, 6, 7 -> new Command.Complete(who(), now, visit, written());
            case 8, 9, 10 -> new Command.SetVariables(who(), now, written(), "a reason");
            case 11, 12 -> new Command.Hold(who(), now, null);
            case 13 -> new Command.Resume(who(), now);
            case 14 -> random.nextBoolean() ? start() : migrate();
            default ->
                random.nextInt(4) == 0
                        ? new Command.Cancel(who(), now, null)
                        : new Command.Complete(who(), now, visit, Map.of());
        };
    }

    /** To the same drawing with its elements and flows in another order, so that all numbers change; often not all go. */
    private Command migrate() {
        ProcessGraph target = drawing.shuffled(random).graph();
        Map<Integer, Integer> mapping = new LinkedHashMap<>();
        for (int node = 0; node < graph.size(); node++) {
            int to = wild && random.nextInt(40) == 0 ? random.nextInt(graph.size()) : target.indexOf(graph.key(node));
            if (random.nextInt(40) != 0) {
                mapping.put(node, to);
            }
        }
        return new Command.Migrate(who(), now, 2, target, mapping);
    }

    private Command start() {
        List<String> inputs = ((Node.StartNode) graph.node(graph.start())).inputs();
        Map<String, Value> values = new LinkedHashMap<>();
        inputs.forEach(name -> values.put(name, pick(VALUES)));
        int mistake = random.nextInt(16);
        if (mistake == 0) {
            values.clear();
        } else if (mistake == 1) {
            values.put("stranger", Value.text("x"));
        }
        return new Command.Start(random.nextInt(5) == 0 ? new Actor.ApiKey(1) : who(), now, values);
    }

    private Command complete(Visit visit) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        if (graph.node(visit.node()) instanceof Node.ActivityNode activity) {
            List<String> may = new ArrayList<>(activity.automatic() ? names : activity.outputs());
            may.sort(null);
            may.removeIf(name -> random.nextInt(4) == 0);
            may.forEach(name -> outputs.put(name, pick(VALUES)));
        }
        if (random.nextInt(20) == 0) {
            outputs.put(pick(WRONG_NAMES), Value.text("x"));
        }
        boolean automatic = visit.status() == VisitStatus.IN_PROGRESS;
        Actor by = automatic || random.nextInt(12) == 0 ? Actor.ACTIVITY_SERVER : who();
        return new Command.Complete(by, now, visit.number(), outputs);
    }

    private Map<String, Value> written() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : names) {
            if (random.nextInt(3) == 0) {
                values.put(name, pick(VALUES));
            }
        }
        if (random.nextInt(12) == 0) {
            values.put(pick(WRONG_NAMES), Value.text("x"));
        }
        return values;
    }

    private Actor who() {
        return new Actor.Person(pick(PEOPLE));
    }

    private static List<Visit> withStatus(InstanceState state, VisitStatus status) {
        return new ArrayList<>(
                state.open().stream().filter(visit -> visit.status() == status).toList());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
