package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who does a step: its own role, else its lane's, else the process's. */
final class Roles {

    private final Net net;
    private final CompileContext context;
    private final DrawnProcess process;
    private final Map<String, DrawnLane> lanes = new HashMap<>();
    private final Map<String, DrawnLane> laneOf = new HashMap<>();
    private final Map<String, DrawnNode> nodes = new HashMap<>();
    private final Set<String> proposed = new LinkedHashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    /** The role of each step that has one, as text. */
    private final Map<Knot, String> roles = new HashMap<>();

    Roles(Net net, DrawnProcess process, CompileContext context) {
        this.net = net;
        this.process = process;
        this.context = context;
        process.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        process.lanes().forEach(lane -> lanes.putIfAbsent(lane.id(), lane));
        for (DrawnLane lane : process.lanes()) {
            for (String node : lane.nodes()) {
                laneOf.merge(node, lane, (known, other) -> depth(other) > depth(known) ? other : known);
            }
        }
    }

    List<String> proposed() {
        return List.copyOf(proposed);
    }

    private int depth(DrawnLane lane) {
        int depth = 0;
        for (DrawnLane at = lane; at.parent() != null && depth < lanes.size(); depth++) {
            DrawnLane parent = lanes.get(at.parent());
            if (parent == null) {
                break;
            }
            at = parent;
        }
        return depth;
    }

    /** The role of a person's step; the missing one is a finding. */
    @Nullable
    String ofStep(Knot step) {
        String own = new NodeData(step.data).text(NodeData.ASSIGNED_ROLE);
        proposeCandidates(step.drawn);
        String role = own != null
                ? existing(step, own)
                : ofLane(step.drawn).or(this::ofProcess).orElseGet(() -> missing(step));
        if (role != null) {
            roles.put(step, role);
        }
        return role;
    }

    /** Who answers a decision step; asked for after all steps. */
    @Nullable
    String ofDecision(Knot decision) {
        String own = decision.drawn.data().values().text(NodeData.ASSIGNED_ROLE);
        if (own != null) {
            return existing(decision, own);
        }
        return ofLane(decision.drawn)
                .or(() -> commonBefore(decision))
                .or(this::ofProcess)
                .orElseGet(() -> missing(decision));
    }

    private @Nullable String existing(Knot knot, String role) {
        try {
            if (context.roleExists(Long.parseLong(role.strip()))) {
                return role.strip();
            }
        } catch (NumberFormatException notAnId) {
            // Written by hand, or by another tool: no role has such an id.
        }
        net.find(UNKNOWN_ROLE, knot.id(), "name", knot.label());
        return null;
    }

    private @Nullable String missing(Knot knot) {
        String name = knot.choice instanceof Choice.Asked asked ? asked.title() : knot.label();
        net.find(NO_ROLE, knot.id(), "name", name);
        return null;
    }

    private Optional<String> ofProcess() {
        return Optional.ofNullable(process.data().text(NodeData.ASSIGNED_ROLE)).filter(role -> {
            try {
                return context.roleExists(Long.parseLong(role.strip()));
            } catch (NumberFormatException notAnId) {
                return false;
            }
        });
    }

    /** The lane that names it, or its activity, or the sub-process it lies in. */
    private @Nullable DrawnLane drawnIn(DrawnNode node) {
        // In a half-drawn file with an id used twice, a node may seem to lie in itself.
        Set<String> passed = new HashSet<>();
        for (DrawnNode at = node; at != null && passed.add(at.id()); at = nodes.get(at.scope())) {
            DrawnLane lane = laneOf.get(at.id());
            if (lane == null && at.references().attachedTo() != null) {
                lane = laneOf.get(at.references().attachedTo());
            }
            if (lane != null) {
                return lane;
            }
        }
        return null;
    }

    private Optional<String> ofLane(DrawnNode node) {
        DrawnLane lane = drawnIn(node);
        Set<String> passed = new HashSet<>();
        while (lane != null && lane.name() == null && lane.parent() != null && passed.add(lane.id())) {
            lane = lanes.get(lane.parent());
        }
        if (lane == null || lane.name() == null) {
            return Optional.empty();
        }
        if (mentioned.add(lane.id())) {
            net.find(N_LANES, lane.id(), "lane", lane.name(), "role", lane.name());
        }
        Long role = context.roleNamed(lane.name());
        if (role == null) {
            proposed.add(lane.name());
            return Optional.empty();
        }
        return Optional.of(String.valueOf(role));
    }

    private void proposeCandidates(DrawnNode node) {
        List<String> candidates = ForeignSettings.candidates(node);
        if (!candidates.isEmpty()) {
            candidates.stream().filter(name -> context.roleNamed(name) == null).forEach(proposed::add);
            net.find(N_ASSIGNEE, node.id(), "name", node.label(), "groups", Labels.list(candidates));
        }
    }

    /** The role common to all steps directly before: those from which nobody else works on the way here. */
    private Optional<String> commonBefore(Knot decision) {
        Set<Knot> seen = new HashSet<>();
        Deque<Knot> open = new ArrayDeque<>(List.of(decision));
        Set<String> found = new HashSet<>();
        while (!open.isEmpty()) {
            for (Link way : open.pop().in) {
                Knot before = way.from;
                if (!seen.add(before)) {
                    continue;
                }
                if (roles.containsKey(before)) {
                    found.add(roles.get(before));
                } else if (before.isStep()) {
                    return Optional.empty();
                } else {
                    open.push(before);
                }
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
