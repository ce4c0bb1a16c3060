package io.processflow.server.runtime;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything a person may see of one instance.
 *
 * @param variables the variables' newest values, by name
 * @param elements every visit, in the order of their numbers
 * @param path ids of the drawn flows and merges that tokens passed, in that order
 */
public record InstanceView(
        @JsonUnwrapped InstanceSummary summary,
        JsonNode variables,
        List<ElementView> elements,
        List<String> path,
        List<RewardView> rewards,
        List<LogEntry> history) {

    /** One visit of a node; {@code bpmnId} is always an element of the version's diagram. */
    public record ElementView(
            long id,
            int number,
            String bpmnId,
            @Nullable String madeBy,
            String name,
            String type,
            String status,
            Instant createdAt,
            @Nullable Instant completedAt,
            @Nullable String completedBy,
            @Nullable String role,
            @Nullable String statusMessage) {}

    /**
     * Something earned in the instance.
     *
     * @param person null when nobody was there to be rewarded
     * @param kind null when it was not given, and why does not depend on what it is
     * @param amount what changed the balance, or would; null for a badge
     * @param reason why it is not given, or not yet; null for what was given
     */
    public record RewardView(
            @Nullable String person,
            @Nullable String kind,
            @Nullable Long amount,
            @Nullable String badge,
            @Nullable String reason,
            Instant at) {}

    /** One command of the instance's log; the reason is the one that the person gave. */
    public record LogEntry(
            int number,
            Instant at,
            String actor,
            String command,
            @Nullable String reason) {}
}
