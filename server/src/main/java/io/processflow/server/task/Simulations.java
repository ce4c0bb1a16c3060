package io.processflow.server.task;

import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.model.DraftGraph;
import io.processflow.server.model.DraftGraphs;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.Rejection.FieldError;
import io.processflow.server.runtime.SimulatedRun;
import io.processflow.server.task.SimulatedAnswer.Content;
import io.processflow.server.task.Simulation.OpenStep;
import io.processflow.server.task.Simulation.SimulatedRole;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Runs drafts to be looked at: every step is answered by the person who plays, nothing is stored, no server is called and
 * nobody earns anything. The same draft, inputs and answers always give the same run.
 */
@Service
public class Simulations {

    private final DraftGraphs drafts;

    Simulations(DraftGraphs drafts) {
        this.drafts = drafts;
    }

    /** What a run begins with, and the answers in their order. */
    public record Play(Map<String, Value> inputs, List<SimulatedAnswer> answers) {}

    /**
     * Runs the saved draft.
     *
     * @param play asked for only when the caller may look at the draft at all
     * @throws Rejection as a real start and real answers would be refused, with a pointer to the input or the answer
     */
    public Simulation simulate(Caller caller, long modelId, Supplier<Play> play) {
        DraftGraph draft = drafts.compile(caller, modelId);
        Play wanted = play.get();
        SimulatedRun run = new SimulatedRun(draft.graph(), caller.userId());
        start(draft, run, wanted.inputs());
        for (int place = 0; place < wanted.answers().size(); place++) {
            answer(draft, run, wanted.answers().get(place), "/answers/" + place);
        }
        return shown(draft, run);
    }

    private static void start(DraftGraph draft, SimulatedRun run, Map<String, Value> inputs) {
        Node.StartNode start = (Node.StartNode)
                draft.graph().graph().node(draft.graph().graph().start());
        try {
            run.start(inputs);
        } catch (Rejection refused) {
            Stream<FieldError> missing = missing(start.inputs(), inputs.keySet())
                    .map(name -> new FieldError(pointer("/inputs", name), "This input must be given."));
            Stream<FieldError> unknown = missing(inputs.keySet(), start.inputs())
                    .map(name -> new FieldError(pointer("/inputs", name), "The process does not know this input."));
            List<FieldError> errors = Stream.concat(missing, unknown).toList();
            throw errors.isEmpty() ? refused : refused.with("errors", errors);
        }
    }

    private static Stream<String> missing(Collection<String> names, Collection<String> among) {
        Set<String> present = Set.copyOf(among);
        return names.stream().distinct().filter(name -> !present.contains(name)).sorted();
    }

    /** RFC 6901. */
    private static String pointer(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static void answer(DraftGraph draft, SimulatedRun run, SimulatedAnswer answer, String place) {
        run.pass(answer.after());
        Visit visit = run.state().open(answer.step());
        switch (answer.content()) {
            case Content.Done(Map<String, Value> data) -> {
                TaskForm form = visit == null ? null : form(draft, run, visit);
                if (form == null || form.kind().equals(TaskForm.EXTERNAL)) {
                    at(place, () -> run.answer(answer.step(), data));
                } else {
                    Answers.check(form, data, place + "/data/");
                    at(place, () -> run.complete(answer.step(), data));
                }
            }
            case Content.Failed(String message) -> at(place, () -> run.fail(answer.step(), message));
            case Content.Again(Map<String, Value> variables) -> at(place, () -> run.retry(answer.step(), variables));
        }
    }

    /** A refusal of the engine names the answer it is about. */
    private static void at(String place, Runnable command) {
        try {
            command.run();
        } catch (Rejection refused) {
            throw refused.with("errors", List.of(new FieldError(place, refused.detail())));
        }
    }

    private static Simulation shown(DraftGraph draft, SimulatedRun run) {
        return new Simulation(
                draft.revision(),
                run.state().status().label(),
                JsonValues.node(new Value.Fields(run.state().variables())),
                run.turns(),
                run.state().open().stream()
                        .map(visit -> open(draft, run, visit))
                        .toList());
    }

    private static OpenStep open(DraftGraph draft, SimulatedRun run, Visit visit) {
        NodeInfo node = draft.graph().node(visit.node());
        NodeData data = data(node, run, visit);
        String title = data.text(NodeData.TASK);
        boolean failed = visit.status() == VisitStatus.ERROR;
        boolean person = visit.status() == VisitStatus.TODO;
        return new OpenStep(
                visit.number(),
                node.element().key().bpmnId(),
                title == null ? node.title() : title,
                data.text(NodeData.DESCRIPTION),
                visit.status().label(),
                role(draft, node),
                form(draft, run, visit),
                outputs(draft, visit),
                person ? TaskRow.prize(data) : null,
                failed ? run.failure(visit.number()) : null,
                failed && !(draft.graph().graph().node(visit.node()) instanceof Node.AndJoinNode));
    }

    private static NodeData data(NodeInfo node, SimulatedRun run, Visit visit) {
        return TaskRow.data(node.element().data(), run.options(visit.number()));
    }

    private static @Nullable TaskForm form(DraftGraph draft, SimulatedRun run, Visit visit) {
        NodeInfo node = draft.graph().node(visit.node());
        return visit.status() == VisitStatus.TODO ? TaskForm.of(data(node, run, visit), node.executionUrl()) : null;
    }

    private static @Nullable SimulatedRole role(DraftGraph draft, NodeInfo node) {
        Long id = node.roleId();
        String name = id == null ? null : draft.roleNames().get(id);
        return id == null || name == null ? null : new SimulatedRole(id, name);
    }

    private static List<String> outputs(DraftGraph draft, Visit visit) {
        return draft.graph().graph().node(visit.node()) instanceof Node.ActivityNode activity
                ? activity.outputs().stream().sorted().toList()
                : List.of();
    }
}
