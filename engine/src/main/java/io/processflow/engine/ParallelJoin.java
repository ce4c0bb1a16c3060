package io.processflow.engine;

import io.processflow.engine.graph.Node.AndJoinNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The join of two branches (BPMN 2.0, 13.3.2, with exactly two inputs): fires once for each pair of tokens, one on either
 * input. A second token on the same input waits for a partner of its own, so joins inside loops pair correctly.
 */
final class ParallelJoin {

    private ParallelJoin() {}

    static void arrive(Step step, Token token, AndJoinNode join) {
        int input = token.fromNode() == join.firstInput() ? 1 : 2;
        Optional<Visit> partner = step.state.open().stream()
                .filter(visit -> visit.node() == join.index()
                        && visit.status() == VisitStatus.CREATED
                        && visit.branch() != input)
                .findFirst();
        if (partner.isEmpty()) {
            step.stand(token, VisitStatus.CREATED, input, Map.of());
            return;
        }
        Visit waiting = partner.get();
        Acting acting = later(waiting.acting(), token.acting());
        step.emit(new Event.JoinFired(waiting.number(), token.fromVisit(), acting));
        step.send(waiting.number(), join.index(), join.next(), acting);
    }

    /** What a join that is stuck waits for, in people's words. */
    static String missing(Step step, Visit waiting, AndJoinNode join) {
        int other = waiting.branch() == 1 ? join.secondInput() : join.firstInput();
        return "waits for \"" + step.graph.name(other) + "\", which can no longer arrive";
    }

    /** The acting person behind a join is who acted later of the two. */
    private static @Nullable Acting later(@Nullable Acting one, @Nullable Acting other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.since() > one.since() ? other : one;
    }
}
