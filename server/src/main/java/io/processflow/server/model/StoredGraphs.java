package io.processflow.server.model;

import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.graph.NodeData;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.model.GraphReadStore.StoredElement;
import io.processflow.server.platform.Rejection;
import io.processflow.server.team.RoleReplaced;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/** Builds compiled versions from what is stored, and keeps those in use. */
@Service
class StoredGraphs implements PublishedGraphs {

    private final GraphReadStore reader;
    private final ContextStore roles;
    private final VersionCache cache = new VersionCache();

    StoredGraphs(GraphReadStore reader, ContextStore roles) {
        this.reader = reader;
        this.roles = roles;
    }

    @Override
    public CompiledVersion load(long modelId, int version) {
        CompiledVersion known = cached(modelId, version);
        if (known != null) {
            return known;
        }
        List<StoredElement> stored = reader.read(modelId, version);
        if (stored.isEmpty()) {
            throw Rejection.notFound();
        }
        return cache.put(compiled(modelId, version, stored));
    }

    @Override
    public @Nullable CompiledVersion cached(long modelId, int version) {
        return cache.get(modelId, version);
    }

    /** Versions follow a role that was replaced. */
    @TransactionalEventListener(fallbackExecution = true)
    void forget(RoleReplaced replaced) {
        cache.forget(replaced.teamId());
    }

    private CompiledVersion compiled(long modelId, int version, List<StoredElement> stored) {
        long teamId = stored.getFirst().teamId();
        RoleIds current = RoleIds.of(roles.roles(teamId));
        List<NodeInfo> nodes = stored.stream()
                .map(row -> new NodeInfo(row.id(), row.element(), roleId(row, current), row.executionUrl()))
                .toList();
        var graph =
                GraphBuilder.build(stored.stream().map(StoredElement::element).toList());
        return new CompiledVersion(modelId, version, teamId, graph, nodes);
    }

    private static @Nullable Long roleId(StoredElement row, RoleIds current) {
        String role = new NodeData(row.element().data()).text(NodeData.ASSIGNED_ROLE);
        return role == null ? null : current.of(role);
    }
}
