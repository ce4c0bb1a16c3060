package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ActivityNode;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves a running instance to another version of its model. Every open visit keeps its number, status and acting person and
 * goes on at another node; refused when one of them has no node there that waits in the same way.
 */
public final class Migration {

    private final Step step;
    private final Command.Migrate command;
    private final List<String> problems = new ArrayList<>();
    private final List<Event.InstanceMigrated.Moved> moved = new ArrayList<>();
    private final Map<Integer, Integer> waitsOn = new HashMap<>();
    private final Set<Integer> running = new HashSet<>();

    private Migration(Step step, Command.Migrate command) {
        this.step = step;
        this.command = command;
    }

    /** The mapping that most migrations want: each element goes on as the element of the same key. */
    public static Map<Integer, Integer> byElement(ProcessGraph from, ProcessGraph to) {
        Map<Integer, Integer> mapping = new HashMap<>();
        for (int node = 0; node < from.size(); node++) {
            int same = to.indexOf(from.key(node));
            if (same != Node.NONE) {
                mapping.put(node, same);
            }
        }
        return mapping;
    }

    /** What stands in a step for people: the options of its node that hold placeholders, replaced. */
    public static Map<String, Value> options(ProcessGraph graph, InstanceState state, int node) {
        Map<String, Template> templates = switch (graph.node(node)) {
            case ActivityNode activity -> activity.options();
            case Node.InfoNode info -> info.options();
            default -> Map.of();
        };
        return Step.replaced(templates, name -> VariableNames.isPoints(name) ? Value.UNSET : state.variable(name));
    }

    static StepResult.@Nullable Rejected migrate(Step step, Command.Migrate command) {
        return new Migration(step, command).migrate();
    }

    private StepResult.@Nullable Rejected migrate() {
        step.state.open().forEach(this::move);
        step.state.held().forEach(this::move);
        step.state.challenges().forEach(this::move);
        if (!problems.isEmpty()) {
            return new StepResult.Rejected(
                    "cannot-migrate",
                    "The instance can not go on in version " + command.version() + ": "
                            + String.join("; ", new LinkedHashSet<>(problems)) + ".");
        }
        Map<Integer, Integer> counts = step.state.rewards().times();
        step.emit(new Event.InstanceMigrated(command.version(), moved));
        step.goOnWith(command.target());
        counts.forEach((node, times) -> {
            int to = target(node);
            if (to != Node.NONE && command.target().paysInLoop(to)) {
                step.emit(new Event.VisitCounted(to, times));
            }
        });
        Challenges.realign(step);
        return null;
    }

    private void move(Visit visit) {
        int to = target(visit.node());
        if (isAlike(visit.node(), to)) {
            int branch = step.graph.node(visit.node()) instanceof AndJoinNode join && visit.branch() != 0
                    ? branch(visit, join, (AndJoinNode) command.target().node(to))
                    : visit.branch();
            moved.add(new Event.InstanceMigrated.Moved(visit.number(), to, branch));
        }
    }

    private void move(ChallengeRun run) {
        int to = target(run.node());
        if (isAlike(run.node(), to)) {
            if (!running.add(to)) {
                problems.add(name(run.node()) + " and another challenge would be the same one there");
            }
            moved.add(new Event.InstanceMigrated.Moved(run.visit(), to, 0));
        }
    }

    /** The input of the target's join that is the element the waiting token came from. */
    private int branch(Visit visit, AndJoinNode from, AndJoinNode to) {
        int input = visit.branch() == 1 ? from.firstInput() : from.secondInput();
        int there = target(input);
        if (there == Node.NONE || (there != to.firstInput() && there != to.secondInput())) {
            problems.add(name(visit.node()) + " does not wait for " + name(input) + " there");
            return 0;
        }
        int branch = there == to.firstInput() ? 1 : 2;
        if (visit.status() == VisitStatus.CREATED && waitsOn.merge(to.index(), branch, (a, b) -> a | b) == 3) {
            problems.add("both branches that " + name(visit.node()) + " waits for have arrived there already");
        }
        return branch;
    }

    private boolean isAlike(int node, int to) {
        if (to == Node.NONE) {
            problems.add(name(node) + " is not in it");
            return false;
        }
        String is = kind(step.graph.node(node));
        String becomes = kind(command.target().node(to));
        if (!is.equals(becomes)) {
            problems.add(name(node) + " is " + is + " here, but " + becomes + " there");
        }
        return is.equals(becomes);
    }

    private int target(int node) {
        int to = command.mapping().getOrDefault(node, Node.NONE);
        return to < command.target().size() ? to : Node.NONE;
    }

    private String name(int node) {
        return "\"" + step.graph.name(node) + "\"";
    }

    private static String kind(Node node) {
        return switch (node) {
            case ActivityNode activity -> activity.automatic() ? "a step for a server" : "a step for people";
            case Node.InfoNode ignored -> "an info";
            case Node.GatewayNode ignored -> "a choice";
            case AndJoinNode ignored -> "a join";
            case Node.AndSplitNode ignored -> "a split";
            case Node.ChallengeNode ignored -> "a challenge";
            case Node.GamificationEventNode ignored -> "a reward";
            case Node.StartNode ignored -> "the start";
            case Node.EndNode ignored -> "an end";
        };
    }
}
