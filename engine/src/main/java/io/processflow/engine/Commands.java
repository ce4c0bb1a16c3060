package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ActivityNode;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.Node.StartNode;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each command does by itself: it is refused, or it changes something and sets tokens free. */
final class Commands {

    private Commands() {}

    /** Applies the command itself; null when it was taken. */
    static StepResult.@Nullable Rejected begin(Step step) {
        if (step.command instanceof Command.Start start) {
            return start(step, start);
        }
        if (!step.state.isStarted() || step.state.status().isFinal()) {
            return new StepResult.Rejected(
                    "instance-ended",
                    "Expected a running instance, but it is "
                            + (step.state.isStarted() ? step.state.status().label() : "not started") + ".");
        }
        return switch (step.command) {
            case Command.Start start -> start(step, start);
            case Command.Complete complete -> complete(step, complete);
            case Command.Fail fail -> fail(step, fail);
            case Command.Retry retry -> retry(step, retry);
            case Command.SetVariables set -> setVariables(step, set);
            case Command.Cancel cancel -> cancel(step, cancel);
            case Command.Hold hold -> hold(step, hold);
            case Command.Resume ignored -> resume(step);
            case Command.Migrate migrate -> Migration.migrate(step, migrate);
        };
    }

    private static StepResult.@Nullable Rejected start(Step step, Command.Start start) {
        if (step.state.isStarted() || step.graph.start() == Node.NONE) {
            return new StepResult.Rejected("already-started", "Expected an instance that has not been started.");
        }
        Set<String> declared = Set.copyOf(((StartNode) step.graph.node(step.graph.start())).inputs());
        String missing = listed(declared, start.inputs().keySet());
        if (!missing.isEmpty()) {
            return new StepResult.Rejected("missing-inputs", "These inputs must be given: " + missing + ".");
        }
        String unknown = listed(start.inputs().keySet(), declared);
        if (!unknown.isEmpty()) {
            return new StepResult.Rejected(
                    "unknown-inputs", "The process does not know these inputs: " + unknown + ".");
        }
        UUID starter = start.by().person();
        step.emit(new Event.Started(starter));
        if (!start.inputs().isEmpty()) {
            step.emit(new Event.VariablesWritten(1, start.inputs()));
        }
        Acting acting = starter == null ? null : new Acting(starter, step.state.lastCommand());
        step.send(0, Node.NONE, step.graph.start(), acting);
        return null;
    }

    private static String listed(Set<String> names, Set<String> without) {
        return names.stream().filter(name -> !without.contains(name)).sorted().collect(Collectors.joining(", "));
    }

    private static StepResult.@Nullable Rejected complete(Step step, Command.Complete complete) {
        Visit visit = step.state.open(complete.visit());
        if (visit == null || (visit.status() != VisitStatus.TODO && visit.status() != VisitStatus.IN_PROGRESS)) {
            return notOpen(complete.visit(), visit);
        }
        boolean manual = visit.status() == VisitStatus.TODO;
        if (manual && step.state.isHeld()) {
            return new StepResult.Rejected(
                    "on-hold", "The instance is on hold: its steps can be completed once it is resumed.");
        }
        Node node = step.graph.node(visit.node());
        Set<String> declared = node instanceof ActivityNode activity ? activity.outputs() : Set.of();
        for (String name : complete.outputs().keySet()) {
            if (!VariableNames.isWritable(name) || (manual && !declared.contains(name))) {
                return new StepResult.Rejected(
                        "variable-not-allowed", "This step may not write a variable named \"" + name + "\".");
            }
        }
        completed(step, complete, visit, manual);
        return null;
    }

    private static void completed(Step step, Command.Complete complete, Visit visit, boolean manual) {
        Map<String, Value> outputs = complete.outputs();
        if (!outputs.isEmpty()) {
            step.emit(new Event.VariablesWritten(visit.number(), outputs));
        }
        UUID person = complete.by().person();
        Acting acting = manual && person != null ? new Acting(person, step.state.lastCommand()) : visit.acting();
        boolean held = step.state.isHeld();
        step.emit(new Event.VisitCompleted(visit.number(), person, acting, held));
        if (manual && person != null) {
            Challenges.workedInside(step, visit.node(), person);
            Rewards.release(step);
        }
        Rewards.count(step, visit.node());
        Rewards.Cause cause = new Rewards.Cause(visit.number(), visit.node(), Rewards.ACTIVITY);
        Rewards.grant(step, cause, step.graph.node(visit.node()).reward(), acting);
        if (manual && person != null) {
            SystemBadges.stepCompleted(step, visit.number(), person);
        }
        if (!held) {
            step.send(visit.number(), visit.node(), next(step, visit), acting);
        }
    }

    private static int next(Step step, Visit visit) {
        return switch (step.graph.node(visit.node())) {
            case ActivityNode activity -> activity.next();
            case Node.InfoNode info -> info.next();
            default -> throw new IllegalStateException("expected a step that waits at visit " + visit.number());
        };
    }

    private static StepResult.Rejected notOpen(int number, @Nullable Visit visit) {
        String is = visit == null ? "not open" : visit.status().label();
        return new StepResult.Rejected("not-open", "Expected step " + number + " to be open, but it is " + is + ".");
    }

    private static StepResult.@Nullable Rejected fail(Step step, Command.Fail fail) {
        Visit visit = step.state.open(fail.visit());
        if (visit == null || (visit.status() != VisitStatus.TODO && visit.status() != VisitStatus.IN_PROGRESS)) {
            return notOpen(fail.visit(), visit);
        }
        step.emit(new Event.VisitFailed(visit.number(), fail.message()));
        return null;
    }

    private static StepResult.@Nullable Rejected retry(Step step, Command.Retry retry) {
        Visit visit = step.state.open(retry.visit());
        if (visit == null || visit.status() != VisitStatus.ERROR) {
            return new StepResult.Rejected(
                    "not-failed", "Expected step " + retry.visit() + " to have failed, but it has not.");
        }
        if (step.graph.node(visit.node()) instanceof AndJoinNode) {
            return new StepResult.Rejected(
                    "can-not-retry", "A join waits for its branches; trying it again brings none.");
        }
        StepResult.Rejected refusal = write(step, retry.variables(), null);
        if (refusal != null) {
            return refusal;
        }
        step.emit(new Event.VisitRetried(visit.number()));
        step.send(visit.number(), Node.NONE, visit.node(), visit.acting());
        return null;
    }

    private static StepResult.@Nullable Rejected setVariables(Step step, Command.SetVariables set) {
        return write(step, set.values(), set.reason());
    }

    private static StepResult.@Nullable Rejected write(Step step, Map<String, Value> values, @Nullable String reason) {
        for (String name : values.keySet()) {
            if (!VariableNames.isWritable(name)) {
                return new StepResult.Rejected("variable-not-allowed", "\"" + name + "\" is no name for a variable.");
            }
        }
        if (!values.isEmpty()) {
            step.emit(new Event.VariablesWritten(0, values, reason));
        }
        return null;
    }

    private static StepResult.@Nullable Rejected cancel(Step step, Command.Cancel cancel) {
        for (Visit visit : List.copyOf(step.state.open())) {
            step.emit(new Event.VisitCancelled(visit.number()));
        }
        for (ChallengeRun run : List.copyOf(step.state.challenges())) {
            step.emit(new Event.VisitCancelled(run.visit()));
        }
        Rewards.forfeit(step);
        step.emit(new Event.InstanceCancelled(cancel.reason()));
        return null;
    }

    private static StepResult.@Nullable Rejected hold(Step step, Command.Hold hold) {
        if (step.state.isHeld()) {
            return new StepResult.Rejected("on-hold", "The instance is on hold already.");
        }
        step.emit(new Event.InstanceHeld(hold.at(), hold.reason()));
        return null;
    }

    private static StepResult.@Nullable Rejected resume(Step step) {
        if (!step.state.isHeld()) {
            return new StepResult.Rejected("not-on-hold", "Expected an instance on hold, but it is not.");
        }
        List<Visit> held = step.state.held();
        step.emit(new Event.InstanceResumed(step.command.at()));
        for (Visit visit : held) {
            step.send(visit.number(), visit.node(), next(step, visit), visit.acting());
        }
        return null;
    }
}
