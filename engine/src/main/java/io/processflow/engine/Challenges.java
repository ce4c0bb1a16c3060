package io.processflow.engine;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.Node.ChallengeNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Challenge regions: a run begins with the first token that enters and ends when the last one inside has left, never by
 * the clock. Within its time everybody who completed a manual step inside is rewarded, once each.
 */
final class Challenges {

    private Challenges() {}

    /** Begins the runs of all regions around a node that have none yet, from the outside in. */
    static void enter(Step step, int node) {
        Deque<Integer> around = new ArrayDeque<>();
        for (int region = step.graph.node(node).challenge();
                region != Node.NONE;
                region = step.graph.node(region).challenge()) {
            around.push(region);
        }
        for (int region : around) {
            boolean runs = step.state.challenges().stream().anyMatch(run -> run.node() == region);
            if (!runs) {
                step.emit(new Event.ChallengeBegun(step.nextVisit(), region, clock(step)));
            }
        }
    }

    static void workedInside(Step step, int node, UUID person) {
        for (ChallengeRun run : List.copyOf(step.state.challenges())) {
            if (step.graph.isInside(node, run.node()) && !run.people().contains(person)) {
                step.emit(new Event.ChallengeJoined(run.visit(), person));
            }
        }
    }

    /** Ends every run that no token is inside of any more. */
    static void endLeft(Step step) {
        for (ChallengeRun run : List.copyOf(step.state.challenges())) {
            if (!holdsToken(step, run.node())) {
                end(step, run);
            }
        }
    }

    private static boolean holdsToken(Step step, int region) {
        return step.state.open().stream().anyMatch(visit -> step.graph.isInside(visit.node(), region))
                || step.state.held().stream().anyMatch(visit -> step.graph.isInside(visit.node(), region))
                || step.tokens.stream().anyMatch(token -> step.graph.isInside(standsOn(token), region));
    }

    /** Until it arrives a token is where it comes from; one that is tried again is where it goes. */
    private static int standsOn(Token token) {
        return token.fromNode() == Node.NONE ? token.to() : token.fromNode();
    }

    private static void end(Step step, ChallengeRun run) {
        ChallengeNode challenge = (ChallengeNode) step.graph.node(run.node());
        Duration limit = Duration.ofSeconds(challenge.secondsToComplete());
        Duration took = Duration.between(run.since(), clock(step));
        boolean within = took.compareTo(limit) <= 0;
        step.emit(new Event.ChallengeEnded(run.visit(), within));
        Rewards.count(step, run.node());
        if (within) {
            Rewards.Cause cause = new Rewards.Cause(run.visit(), run.node(), Rewards.CHALLENGE);
            for (UUID person : run.people().stream().sorted().toList()) {
                Rewards.grant(step, cause, challenge.reward(), new Acting(person, step.state.lastCommand()));
                SystemBadges.challengeEnded(step, run, person, took, limit);
            }
        }
    }

    /** The time that counts for deadlines: it stands still while the instance is on hold. */
    private static Instant clock(Step step) {
        Instant heldSince = step.state.heldSince();
        return heldSince == null ? step.command.at() : heldSince;
    }

    /** After a migration: begins the runs of regions that tokens are inside of now, and ends those that are left. */
    static void realign(Step step) {
        if (step.graph.hasChallenges()) {
            Stream.concat(step.state.open().stream(), step.state.held().stream())
                    .sorted(Comparator.comparingInt(Visit::number))
                    .toList()
                    .forEach(visit -> enter(step, visit.node()));
            endLeft(step);
        }
    }
}
