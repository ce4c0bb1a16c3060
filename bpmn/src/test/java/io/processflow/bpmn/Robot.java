package io.processflow.bpmn;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Engine;
import io.processflow.engine.InstanceState;
import io.processflow.engine.InstanceStatus;
import io.processflow.engine.StepResult;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Runs a compiled drawing in the engine and does every step that waits for somebody. At each decision it gives the answer
 * it has given least often so far, so that run after run each path is taken, and loops are left.
 */
final class Robot {

    private static final int MOST_MOVES = 3_000;
    private static final Actor SOMEBODY = new Actor.Person(new UUID(0, 1));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Element> elements;
    private final ProcessGraph graph;
    private final Random random;
    private final Map<String, Map<Value, Integer>> given = new HashMap<>();
    /** What each variable is compared with somewhere. */
    private final Map<String, Set<Value>> worth = new LinkedHashMap<>();

    /** How a run ended. */
    record Run(InstanceState state, boolean twoTokensMet, Collection<Integer> failed) {

        boolean isComplete() {
            return state.status() == InstanceStatus.COMPLETED;
        }
    }

    Robot(List<Element> elements, long seed) {
        this.elements = elements;
        this.graph = GraphBuilder.build(elements);
        this.random = new Random(seed);
        for (Element element : elements) {
            NodeData data = new NodeData(element.data());
            if (data.get(NodeData.VALUE_1) != null && data.get(NodeData.VALUE_2) != null) {
                compared(data.get(NodeData.VALUE_1), data.get(NodeData.VALUE_2));
                compared(data.get(NodeData.VALUE_2), data.get(NodeData.VALUE_1));
            }
        }
    }

    /** Values around the one a variable is compared with, so that the comparison goes both ways. */
    private void compared(Value variable, Value with) {
        for (String name : Template.of(variable).names()) {
            Set<Value> values = worth.computeIfAbsent(name, unknown -> new LinkedHashSet<>());
            switch (with) {
                case Value.Number(BigDecimal number) -> {
                    values.add(with);
                    values.add(new Value.Number(number.add(BigDecimal.ONE)));
                    values.add(new Value.Number(number.subtract(BigDecimal.ONE)));
                }
                case Value.Truth(boolean truth) -> {
                    values.add(with);
                    values.add(Value.truth(!truth));
                }
                case Value.Text(String text)
                when Template.of(with).names().isEmpty() -> {
                    values.add(with);
                    values.add(Value.text(text + " not"));
                }
                default -> values.addAll(List.of(Value.Number.of(1), Value.Number.of(2)));
            }
        }
    }

    /** Which answers of which decision steps no run has given yet. */
    List<String> neverGiven() {
        List<String> never = new ArrayList<>();
        for (Element element : elements) {
            NodeData data = new NodeData(element.data());
            for (String choice : data.choices()) {
                String step = String.valueOf(element.key());
                if (!given.getOrDefault(step, Map.of()).containsKey(Value.text(choice))) {
                    never.add(step + ": " + choice);
                }
            }
        }
        return never;
    }

    Run run() {
        Map<String, Value> inputs = new LinkedHashMap<>();
        if (graph.node(graph.start()) instanceof Node.StartNode start) {
            start.inputs().forEach(name -> inputs.put(name, some("input", name)));
        }
        InstanceState state = step(InstanceState.notStarted(), new Command.Start(SOMEBODY, NOON, inputs));
        boolean met = false;
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            met |= isTwice(state);
            List<Visit> waiting = state.open().stream()
                    .filter(visit -> visit.status() == VisitStatus.TODO || visit.status() == VisitStatus.IN_PROGRESS)
                    .toList();
            if (state.status().isFinal() || waiting.isEmpty() || met && moves > MOST_MOVES / 10) {
                break;
            }
            Visit next = waiting.get(random.nextInt(waiting.size()));
            state = step(state, new Command.Complete(SOMEBODY, NOON, next.number(), outputs(next.node())));
        }
        List<Integer> failed = state.open().stream()
                .filter(visit -> visit.status() == VisitStatus.ERROR)
                .map(Visit::node)
                .toList();
        return new Run(state, met, failed);
    }

    /** Two tokens at one node: at a join on the same input. */
    private static boolean isTwice(InstanceState state) {
        List<List<Integer>> places = state.open().stream()
                .map(visit -> List.of(visit.node(), visit.branch()))
                .toList();
        return places.stream().distinct().count() < places.size();
    }

    private InstanceState step(InstanceState state, Command command) {
        return switch (Engine.step(graph, state, command)) {
            case StepResult.Accepted(var events, InstanceState after) -> after;
            case StepResult.Rejected(String code, String detail) ->
                throw new AssertionError("expected " + command + " to be accepted, but: " + code + ", " + detail);
        };
    }

    private Map<String, Value> outputs(int node) {
        Element element = elements.get(node);
        NodeData data = new NodeData(element.data());
        Map<String, Value> outputs = new LinkedHashMap<>();
        String variable = data.text(NodeData.OUTPUT_VARIABLE);
        if (variable != null && !data.choices().isEmpty()) {
            String step = String.valueOf(element.key());
            List<Value> choices = data.choices().stream().map(Value::text).toList();
            outputs.put(variable, leastGiven(step, choices));
            return outputs;
        }
        Collection<String> writes = data.isAutomatic() ? worth.keySet() : data.outputs();
        writes.stream()
                .filter(name -> !name.startsWith("decision."))
                .forEach(name -> outputs.put(name, some(String.valueOf(element.key()), name)));
        return outputs;
    }

    private Value some(String place, String variable) {
        return leastGiven(place + " " + variable, worth.getOrDefault(variable, Set.of(Value.text("x"))));
    }

    private Value leastGiven(String place, Collection<Value> values) {
        Map<Value, Integer> counts = given.computeIfAbsent(place, unknown -> new HashMap<>());
        Value least = values.stream()
                .min(java.util.Comparator.comparingInt(value -> counts.getOrDefault(value, 0)))
                .orElseThrow();
        counts.merge(least, 1, Integer::sum);
        return least;
    }
}
