package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Node;
import io.processflow.engine.reference.Summary;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts what random tests have exercised, so that a run that did nothing can not pass. */
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void command(Command command, Summary summary) {
        count("commands");
        count("command " + command.getClass().getSimpleName() + (summary.refusal() == null ? "" : " refused"));
        if (summary.refusal() != null) {
            count("refusal " + summary.refusal());
        }
        count("status " + summary.status());
    }

    void visited(Node node) {
        count("node " + node.getClass().getSimpleName());
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** Fails when a kind of node or of command was never met, or a command never taken. */
    void coversEverything() {
        for (Class<?> node : Node.class.getPermittedSubclasses()) {
            assertThat(counts).containsKey("node " + node.getSimpleName());
        }
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            assertThat(counts).containsKey("command " + command.getSimpleName());
        }
        for (InstanceStatus status : InstanceStatus.values()) {
            assertThat(counts).containsKey("status " + status.label());
        }
        assertThat(counts)
                .containsKeys(
                        "reward activity",
                        "reward event",
                        "reward challenge",
                        "reward system-completion",
                        "reward system-explorer",
                        "reward system-speed");
        assertThat(Arrays.asList(
                        "already-started",
                        "can-not-retry",
                        "cannot-migrate",
                        "instance-ended",
                        "missing-inputs",
                        "not-failed",
                        "not-on-hold",
                        "not-open",
                        "on-hold",
                        "unknown-inputs",
                        "variable-not-allowed"))
                .allSatisfy(code -> assertThat(counts).containsKey("refusal " + code));
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
