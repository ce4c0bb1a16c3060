package io.processflow.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells in words what is drawn inside a sub-process that is one step for a person, as a list in the order of the flow. */
final class Outline {

    /** Enough for a person to work with; whoever wants more looks at the drawing. */
    private static final int MOST_LINES = 100;

    private final Levels drawn;
    private final List<String> lines = new ArrayList<>();

    private Outline(Levels drawn) {
        this.drawn = drawn;
    }

    /** Empty when nothing is drawn inside. */
    static String of(Levels drawn, String scope) {
        Outline outline = new Outline(drawn);
        outline.level(scope, "");
        if (outline.lines.size() > MOST_LINES) {
            outline.lines.subList(MOST_LINES, outline.lines.size()).clear();
            outline.lines.add("- …");
        }
        return String.join("\n", outline.lines);
    }

    private void level(String scope, String indent) {
        Map<String, List<DrawnFlow>> leaving = new HashMap<>();
        for (DrawnFlow flow : drawn.flows(scope)) {
            if (flow.source() != null) {
                leaving.computeIfAbsent(flow.source(), id -> new ArrayList<>()).add(flow);
            }
        }
        for (DrawnNode node : inOrder(scope, leaving)) {
            if (lines.size() > MOST_LINES) {
                return;
            }
            String line = line(node, leaving.getOrDefault(node.id(), List.of()));
            if (line != null) {
                lines.add(indent + "- " + line);
            }
            if (node.isSubProcess()) {
                level(node.id(), indent + "  ");
            }
        }
    }

    /** Breadth first from where it begins; then what nothing leads to. */
    private Set<DrawnNode> inOrder(String scope, Map<String, List<DrawnFlow>> leaving) {
        Set<DrawnNode> reached = new LinkedHashSet<>();
        Deque<DrawnNode> open = new ArrayDeque<>(Inlining.heads(drawn, scope));
        while (!open.isEmpty()) {
            DrawnNode node = open.remove();
            if (reached.add(node)) {
                leaving.getOrDefault(node.id(), List.of()).stream()
                        .map(flow -> drawn.node(flow.target()))
                        .filter(next -> next != null && next.scope().equals(scope))
                        .forEach(open::add);
            }
        }
        reached.addAll(drawn.nodes(scope));
        return reached;
    }

    private static @Nullable String line(DrawnNode node, List<DrawnFlow> leaving) {
        if (node.isActivity()) {
            return node.label();
        }
        if (node.name() == null) {
            return null;
        }
        String ways = leaving.stream()
                .map(DrawnFlow::name)
                .filter(name -> name != null)
                .collect(Collectors.joining(" / "));
        return node.isGateway() && !ways.isEmpty() ? node.name() + " (" + ways + ")" : node.name();
    }
}
