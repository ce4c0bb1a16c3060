package io.processflow.engine.reference;

import io.processflow.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of an instance after a command.
 *
 * @param refusal code of the refusal when the command was not taken
 * @param paid everything earned so far, in the order it was
 */
public record Summary(
        @Nullable String refusal,
        String status,
        List<Open> open,
        Map<String, Value> variables,
        Set<String> challenges,
        List<Paid> paid,
        Map<UUID, Purse> purses) {

    /** A visit that is not over. */
    public record Open(int number, String node, String status, int branch) {}

    /** One row of the ledger: points of a kind, or a badge (then the amount is 0). */
    public record Paid(int visit, String rule, UUID person, String what, long amount) {}

    /** What a person has. */
    public record Purse(long experience, long coins, Set<String> badges) {

        public static final Purse EMPTY = new Purse(0, 0, Set.of());
    }
}
