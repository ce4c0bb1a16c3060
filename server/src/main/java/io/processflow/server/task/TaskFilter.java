package io.processflow.server.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the caller's tasks are asked for; null means all.
 *
 * @param due at the latest then
 * @param from created not before
 * @param search words; each begins a word of the title, or all of them words of the process's name
 * @param to created before
 */
public record TaskFilter(
        @Nullable Long processInstanceId,
        @Nullable Long processModelId,
        @Nullable Long roleId,
        @Nullable UUID claimedBy,
        @Nullable Instant due,
        @Nullable String search,
        @Nullable Instant from,
        @Nullable Instant to,
        TaskOrder order) {

    /** In which order tasks are listed. */
    public enum TaskOrder {
        /** Due first, then oldest first: the default. */
        DUE("due, created_at, id", List.of("due", "created", "id")),
        CREATED("created_at, id", List.of("created", "id")),
        TITLE("title, id", List.of("title", "id"));

        private final String columns;
        private final List<String> keys;

        TaskOrder(String columns, List<String> keys) {
            this.columns = columns;
            this.keys = keys;
        }

        String columns() {
            return columns;
        }

        List<String> keys() {
            return keys;
        }
    }
}
