package io.processflow.engine;

import java.util.Set;

/** What a person has in the team at the time of a command: points of both kinds, never below 0, and badges. */
public record Standing(long experience, long coins, Set<String> badges) {

    public static final Standing NOTHING_YET = new Standing(0, 0, Set.of());

    public Standing {
        badges = Set.copyOf(badges);
    }
}
