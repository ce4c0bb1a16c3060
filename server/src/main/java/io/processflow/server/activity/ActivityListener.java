package io.processflow.server.activity;

import io.processflow.engine.Actor;
import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.platform.ColumnArrays;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.StepListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queues the calls that steps ask for, and ends those whose visits are over, in the steps' own transaction. */
@Component
class ActivityListener implements StepListener {

    private final ActivityWorker worker;
    private final JsonValues json;

    ActivityListener(ActivityWorker worker, JsonValues json) {
        this.worker = worker;
        this.json = json;
    }

    @Override
    public void write(List<AppliedStep> steps, RoundTrip trip) {
        ColumnArrays queued =
                new ColumnArrays(Long.class, Long.class, Long.class, String.class, Integer.class, String.class);
        ColumnArrays ended = new ColumnArrays(Long.class, Long.class, String.class, String.class, String.class);
        for (AppliedStep step : steps) {
            if (hasAutomatic(step)) {
                for (Event event : step.events()) {
                    take(step, event, queued, ended);
                }
            }
        }
        CallStore.queue(queued, trip);
        CallStore.end(ended, trip);
    }

    @Override
    public void committed(List<AppliedStep> steps) {
        boolean anyQueued =
                steps.stream().flatMap(step -> step.events().stream()).anyMatch(ActivityListener::asksForACall);
        if (anyQueued) {
            worker.wake();
        }
    }

    private static boolean asksForACall(Event event) {
        return event instanceof Event.VisitOpened opened && opened.status() == VisitStatus.IN_PROGRESS;
    }

    private static boolean hasAutomatic(AppliedStep step) {
        return step.version().graph().nodes().stream()
                .anyMatch(node -> node instanceof Node.ActivityNode activity && activity.automatic());
    }

    private void take(AppliedStep step, Event event, ColumnArrays queued, ColumnArrays ended) {
        switch (event) {
            case Event.VisitOpened opened when asksForACall(opened) -> queue(step, opened, queued);
            case Event.VisitCompleted completed ->
                ended.add(
                        step.instanceId(),
                        step.elementInstanceId(completed.visit()),
                        "answered",
                        outputs(step, completed.visit()),
                        null);
            case Event.VisitFailed failed ->
                ended.add(
                        step.instanceId(),
                        step.elementInstanceId(failed.visit()),
                        "failed",
                        reported(step, failed),
                        failed.message());
            case Event.VisitCancelled cancelled ->
                ended.add(step.instanceId(), step.elementInstanceId(cancelled.visit()), "cancelled", null, null);
            case Event.VisitRetried retried ->
                ended.add(step.instanceId(), step.elementInstanceId(retried.visit()), "cancelled", null, null);
            default -> {}
        }
    }

    private void queue(AppliedStep step, Event.VisitOpened opened, ColumnArrays queued) {
        NodeInfo node = step.version().node(opened.node());
        Map<String, Value> data = new LinkedHashMap<>(node.element().data());
        data.putAll(opened.options());
        queued.add(
                step.elementInstanceId(opened.visit()),
                step.instanceId(),
                step.teamId(),
                "msg_" + UUID.randomUUID(),
                1 + tries(node),
                json.write(Map.of("data", new Value.Fields(data))));
    }

    /** How often a failed call is tried again: the definition's own number from 0 to 10, else the usual one. */
    private static int tries(NodeInfo node) {
        String written = node.data().text("retries");
        return written != null && written.matches("[0-9]|10") ? Integer.parseInt(written) : RetrySchedule.USUAL_TRIES;
    }

    private @Nullable String outputs(AppliedStep step, int visit) {
        Map<String, Value> written = step.events().stream()
                .filter(event -> event instanceof Event.VariablesWritten one && one.visit() == visit)
                .map(event -> ((Event.VariablesWritten) event).values())
                .findFirst()
                .orElse(Map.of());
        return json.write(Map.of("data", new Value.Fields(written)));
    }

    /** Only what the server itself reported is an answer; our own reasons leave none. */
    private @Nullable String reported(AppliedStep step, Event.VisitFailed failed) {
        return step.command().by() instanceof Actor.ActivityServer
                ? json.write(Map.of("errorMessage", Value.text(failed.message())))
                : null;
    }
}
