package io.processflow.server.runtime;

import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Element;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.runtime.SimulatedTurn.Gain;
import io.processflow.server.runtime.SimulatedTurn.Happening;
import io.processflow.server.runtime.SimulatedTurn.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the engine's events by the drawing; it knows which node every visit so far was of. */
final class Happenings {

    private final CompiledVersion version;
    private final Map<Integer, NodeInfo> visits = new HashMap<>();
    private final Map<Integer, String> failures = new HashMap<>();

    Happenings(CompiledVersion version) {
        this.version = version;
    }

    List<Happening> of(List<Event> events) {
        List<Happening> told = new ArrayList<>();
        for (Event event : events) {
            Happening happening = of(event);
            if (happening != null) {
                told.add(happening);
            }
        }
        return told;
    }

    String failure(int visit) {
        return failures.getOrDefault(visit, "");
    }

    private @Nullable Happening of(Event event) {
        return switch (event) {
            case Event.VisitPassed passed ->
                arrived(Kind.passed, passed.visit(), passed.node(), passed.previous(), null);
            case Event.VisitOpened opened ->
                arrived(
                        opened.status() == VisitStatus.CREATED ? Kind.waiting : Kind.opened,
                        opened.visit(),
                        opened.node(),
                        opened.previous(),
                        null);
            case Event.VisitOpenedFailed failed -> {
                failures.put(failed.visit(), failed.message());
                yield arrived(Kind.failed, failed.visit(), failed.node(), failed.previous(), failed.message());
            }
            case Event.JoinFired fired ->
                told(
                        Kind.joined,
                        fired.visit(),
                        path(List.of(fired.from()), node(fired.visit()).element()),
                        null,
                        null);
            case Event.VisitCompleted completed -> at(Kind.completed, completed.visit(), null);
            case Event.VisitFailed failed -> {
                failures.put(failed.visit(), failed.message());
                yield at(Kind.failed, failed.visit(), failed.message());
            }
            case Event.VisitRetried retried -> at(Kind.retried, retried.visit(), null);
            case Event.ChallengeBegun begun ->
                arrived(Kind.challengeBegun, begun.visit(), begun.node(), List.of(), null);
            case Event.ChallengeEnded ended ->
                at(Kind.challengeEnded, ended.visit(), ended.within() ? "within" : "beyond");
            case Event.PointsGranted granted ->
                rewarded(granted.visit(), new Gain(granted.kind().name(), granted.applied(), null));
            case Event.BadgeGranted granted -> rewarded(granted.visit(), new Gain("Badge", null, granted.badge()));
            case Event.RewardWithheld withheld -> at(Kind.withheld, withheld.visit(), withheld.reason());
            case Event.InstanceCompleted ignored -> new Happening(Kind.ended, 0, null, null, List.of(), null, null);
            case Event.Started ignored -> null;
            case Event.VariablesWritten ignored -> null;
            case Event.ChallengeJoined ignored -> null;
            case Event.VisitCounted ignored -> null;
            // Nobody can ask for these in a simulation, and its team defers no reward.
            case Event.VisitCancelled ignored -> null;
            case Event.PointsDeferred ignored -> null;
            case Event.BadgeDeferred ignored -> null;
            case Event.InstanceHeld ignored -> null;
            case Event.InstanceResumed ignored -> null;
            case Event.InstanceMigrated ignored -> null;
            case Event.InstanceCancelled ignored -> null;
        };
    }

    private Happening arrived(Kind kind, int visit, int node, List<Integer> previous, @Nullable String message) {
        NodeInfo here = version.node(node);
        visits.put(visit, here);
        return told(kind, visit, path(previous, here.element()), message, null);
    }

    private Happening at(Kind kind, int visit, @Nullable String message) {
        return told(kind, visit, List.of(), message, null);
    }

    private Happening rewarded(int visit, Gain gain) {
        return told(Kind.rewarded, visit, List.of(), null, gain);
    }

    private Happening told(Kind kind, int visit, List<String> path, @Nullable String message, @Nullable Gain gain) {
        NodeInfo here = node(visit);
        return new Happening(kind, visit, here.element().key().bpmnId(), here.title(), path, message, gain);
    }

    private NodeInfo node(int visit) {
        NodeInfo known = visits.get(visit);
        if (known == null) {
            throw new IllegalStateException("expected visit " + visit + " to have begun");
        }
        return known;
    }

    private List<String> path(List<Integer> previous, Element here) {
        List<String> path = new ArrayList<>();
        previous.forEach(visit -> path.addAll(InstancePath.between(node(visit).element(), here)));
        return List.copyOf(path);
    }
}
