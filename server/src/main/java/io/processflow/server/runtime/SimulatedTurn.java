package io.processflow.server.runtime;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one command has done in a simulation.
 *
 * @param seconds since the start
 * @param written the variables it wrote
 * @param happenings in the order they came
 */
public record SimulatedTurn(long seconds, JsonNode written, List<Happening> happenings) {

    public SimulatedTurn {
        happenings = List.copyOf(happenings);
    }

    /**
     * One thing that happened, told by the drawing.
     *
     * @param number of the element instance; 0 for what concerns the whole run
     * @param bpmnId the drawn element; null for the whole run
     * @param path ids of the drawn flows and merges that the token passed to come here
     * @param message why it failed; of a challenge that is over, whether it was {@code within} or {@code beyond} its time
     */
    public record Happening(
            Kind kind,
            int number,
            @Nullable String bpmnId,
            @Nullable String name,
            List<String> path,
            @Nullable String message,
            @Nullable Gain gain) {}

    /** A token passed a node, waits at one, or has left it; or something else that people see. */
    @Schema(enumAsRef = true)
    public enum Kind {
        passed,
        opened,
        waiting,
        joined,
        completed,
        failed,
        retried,
        challengeBegun,
        challengeEnded,
        rewarded,
        withheld,
        ended
    }

    /**
     * What was earned.
     *
     * @param kind {@code Experience}, {@code Coins} or {@code Badge}
     * @param amount what it changes; null for a badge
     */
    public record Gain(
            @Schema(allowableValues = {"Experience", "Coins", "Badge"})
            String kind,

            @Nullable Long amount,
            @Nullable String badge) {}
}
