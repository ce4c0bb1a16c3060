package io.processflow.server.runtime;

import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a visit that is open, beyond what the engine knows of it.
 *
 * @param id of its row
 * @param roleId whose members are offered it; null for what waits for no person
 * @param options those that held placeholders, replaced
 */
public record OpenVisit(
        long id,
        int number,
        @Nullable Long roleId,
        @Nullable String title,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable UUID claimedBy,
        Map<String, Value> options) {

    /** The row of what waits for nobody: a failed visit, the run of a challenge. */
    static OpenVisit bare(long id, int number, Instant at) {
        return new OpenVisit(id, number, null, null, at, null, null, Map.of());
    }

    /** The row that is written for a visit that was just opened. */
    static OpenVisit opened(long id, CompiledVersion version, Event.VisitOpened event, Instant at) {
        NodeInfo node = version.node(event.node());
        Map<String, Value> options = event.options();
        boolean offered = event.status() == VisitStatus.TODO && isForPeople(version, event.node());
        return new OpenVisit(
                id,
                event.visit(),
                offered ? node.roleId() : null,
                offered || options.containsKey(NodeData.TASK) ? title(node, options) : null,
                at,
                offered ? DueTime.read(option(node, options, NodeData.DUE), at).orElse(null) : null,
                null,
                options);
    }

    /** The same step for people as the element of another version has it; a claim ends with the role. */
    OpenVisit movedTo(CompiledVersion version, int index, Map<String, Value> replaced) {
        NodeInfo node = version.node(index);
        return new OpenVisit(
                id,
                number,
                node.roleId(),
                title(node, replaced),
                createdAt,
                DueTime.read(option(node, replaced, NodeData.DUE), createdAt).orElse(null),
                Objects.equals(roleId, node.roleId()) ? claimedBy : null,
                replaced);
    }

    private static boolean isForPeople(CompiledVersion version, int node) {
        return switch (version.graph().node(node)) {
            case Node.ActivityNode activity -> !activity.automatic();
            case Node.InfoNode ignored -> true;
            default -> false;
        };
    }

    private static String title(NodeInfo node, Map<String, Value> options) {
        String resolved = option(node, options, NodeData.TASK);
        return resolved == null ? node.title() : resolved;
    }

    private static @Nullable String option(NodeInfo node, Map<String, Value> options, String name) {
        Value replaced = options.get(name);
        return replaced != null ? Texts.of(replaced) : node.data().text(name);
    }
}
