package io.processflow.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a node that is not over: where a token stands.
 *
 * @param number 1, 2, 3 … within the instance
 * @param node index of the node
 * @param previous numbers of the visits this one followed: the token's trace
 * @param branch for a waiting join the input (1 or 2) a token has arrived on; else 0
 * @param acting the token's acting person; null while there is nobody
 */
public record Visit(
        int number,
        int node,
        VisitStatus status,
        List<Integer> previous,
        int branch,
        @Nullable Acting acting) {

    Visit as(VisitStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "expected visit " + number + " to be able to become " + next + ", but it is " + status);
        }
        return new Visit(number, node, next, previous, branch, acting);
    }

    Visit movedTo(Event.InstanceMigrated.Moved place) {
        return new Visit(number, place.node(), status, previous, place.branch(), acting);
    }

    Visit actedOnBy(@Nullable Acting newActing) {
        return new Visit(number, node, status, previous, branch, newActing);
    }
}
