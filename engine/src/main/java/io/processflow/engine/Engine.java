package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ActivityNode;
import io.processflow.engine.graph.Node.AndJoinNode;
import io.processflow.engine.graph.Node.GatewayNode;
import io.processflow.engine.graph.Node.StartNode;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Comparison.Outcome;
import java.util.List;

/**
 * Decides what a command does to a process instance. It has no clock, no random source and no I/O: the same graph, state
 * and command always give the same events, in the same order.
 */
public final class Engine {

    /** A loop that runs this long without waiting for the outside world is stopped as an incident. */
    static final int MOST_STEPS = 10_000;

    private Engine() {}

    /**
     * Works off one command. The tokens it sets free move first in, first out, until none can move without the outside
     * world.
     *
     * @param state not changed; for graphs that {@linkplain ProcessGraph#needsPoints() need points} with the standings of
     *     the people concerned
     */
    public static StepResult step(ProcessGraph graph, InstanceState state, Command command) {
        Step step = new Step(graph, state, command);
        StepResult.Rejected refusal = Commands.begin(step);
        if (refusal != null) {
            return refusal;
        }
        int moved = 0;
        for (Token token = step.tokens.poll(); token != null; token = step.tokens.poll()) {
            if (graph.hasChallenges()) {
                Challenges.enter(step, token.to());
            }
            // A join is no place to stop: trying it again would bring nothing.
            if (++moved > MOST_STEPS && !(graph.node(token.to()) instanceof AndJoinNode)) {
                step.failAt(
                        token, "ran " + MOST_STEPS + " steps without waiting for anybody: is this a loop without end?");
            } else {
                arrive(step, token);
            }
            if (graph.hasChallenges()) {
                Challenges.endLeft(step);
            }
        }
        settle(step);
        return new StepResult.Accepted(step.events, step.state);
    }

    /** What each kind of node does with a token that arrives. */
    private static void arrive(Step step, Token token) {
        Acting acting = token.acting();
        switch (step.graph.node(token.to())) {
            case StartNode start -> goOn(step, token, start.next());
            case Node.EndNode ignored -> step.pass(token);
            case ActivityNode activity -> {
                VisitStatus status = activity.automatic() ? VisitStatus.IN_PROGRESS : VisitStatus.TODO;
                step.stand(token, status, 0, step.resolve(activity.options(), acting, !activity.automatic()));
            }
            case Node.InfoNode info ->
                step.stand(token, VisitStatus.TODO, 0, step.resolve(info.options(), acting, true));
            case GatewayNode gateway -> decide(step, token, gateway);
            case Node.AndSplitNode split -> {
                if (split.first() == Node.NONE || split.second() == Node.NONE) {
                    step.failAt(token, "one of its two ways is missing");
                } else {
                    int visit = step.pass(token);
                    step.send(visit, split.index(), split.first(), acting);
                    step.send(visit, split.index(), split.second(), acting);
                }
            }
            case AndJoinNode join -> ParallelJoin.arrive(step, token, join);
            case Node.GamificationEventNode event -> {
                int visit = goOn(step, token, event.next());
                if (event.next() != Node.NONE) {
                    Rewards.count(step, event.index());
                    Rewards.grant(step, new Rewards.Cause(visit, event.index(), Rewards.EVENT), event.reward(), acting);
                }
            }
            case Node.ChallengeNode challenge ->
                throw new IllegalStateException("expected no way to lead to the challenge " + challenge.index());
        }
    }

    /** Exclusive choice (BPMN 2.0, 13.4.2): one token on the true or on the false branch. */
    private static void decide(Step step, Token token, GatewayNode gateway) {
        if (gateway.condition() == null) {
            goOn(step, token, gateway.whenTrue());
            return;
        }
        switch (step.compare(gateway.condition(), token.acting())) {
            case Outcome.Impossible(String reason) -> step.failAt(token, "can not decide: " + reason);
            case Outcome.Decided(boolean holds) -> {
                int way = holds ? gateway.whenTrue() : gateway.whenFalse();
                if (way == Node.NONE) {
                    step.failAt(token, "no branch matched");
                } else {
                    goOn(step, token, way);
                }
            }
        }
    }

    private static int goOn(Step step, Token token, int next) {
        if (next == Node.NONE) {
            step.failAt(token, "nothing follows here");
        } else {
            step.send(step.pass(token), token.to(), next, token.acting());
        }
        return step.state.lastVisit();
    }

    /** When no token is left the instance is complete; a join that nothing can reach any more is an incident. */
    private static void settle(Step step) {
        InstanceState state = step.state;
        if (state.status().isFinal() || !state.held().isEmpty()) {
            return;
        }
        if (state.open().isEmpty()) {
            Rewards.forfeit(step);
            step.emit(new Event.InstanceCompleted());
        } else if (state.open().stream().allMatch(visit -> visit.status() == VisitStatus.CREATED)) {
            for (Visit waiting : List.copyOf(state.open())) {
                AndJoinNode join = (AndJoinNode) step.graph.node(waiting.node());
                step.emit(new Event.VisitFailed(waiting.number(), ParallelJoin.missing(step, waiting, join)));
            }
        }
    }
}
