package io.processflow.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One run through a challenge region, from the first token that enters to the last that leaves.
 *
 * @param visit number of its row
 * @param since when it began; moved on by the time the instance was on hold, for deadlines stand still then
 * @param people who completed a manual step inside
 */
public record ChallengeRun(int visit, int node, Instant since, Set<UUID> people) {

    public ChallengeRun {
        people = Set.copyOf(people);
    }

    ChallengeRun joinedBy(UUID person) {
        Set<UUID> more = new HashSet<>(people);
        more.add(person);
        return new ChallengeRun(visit, node, since, more);
    }

    ChallengeRun later(Duration pause) {
        return new ChallengeRun(visit, node, since.plus(pause), people);
    }

    ChallengeRun movedTo(int newNode) {
        return new ChallengeRun(visit, newNode, since, people);
    }
}
