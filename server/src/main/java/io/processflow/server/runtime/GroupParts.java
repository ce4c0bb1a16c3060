package io.processflow.server.runtime;

import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.PublishedGraphs;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What every group of commands works with. */
@Component
final class GroupParts {

    private static final int INSTANCES_IN_A_BLOCK = 100;
    private static final int VISITS_IN_A_BLOCK = 1000;

    private final TeamScope scope;
    private final PublishedGraphs graphs;
    private final JsonValues json;
    private final InstanceStore writer;
    private final Standings standings;
    private final List<StepListener> listeners;
    private final IdBlock instanceIds;
    private final IdBlock elementInstanceIds;
    private final ServerMemory memory = new ServerMemory();

    GroupParts(
            TeamScope scope,
            PublishedGraphs graphs,
            JsonValues json,
            InstanceStore writer,
            Standings standings,
            List<StepListener> listeners,
            JdbcTemplate jdbc) {
        this.scope = scope;
        this.graphs = graphs;
        this.json = json;
        this.writer = writer;
        this.standings = standings;
        this.listeners = listeners;
        this.instanceIds = new IdBlock(jdbc, "process_instance_id_seq", INSTANCES_IN_A_BLOCK);
        this.elementInstanceIds = new IdBlock(jdbc, "flow_element_instance_id_seq", VISITS_IN_A_BLOCK);
    }

    CompiledVersion graph(long modelId, int version) {
        CompiledVersion known = graphs.cached(modelId, version);
        return known != null ? known : scope.asWorker(() -> graphs.load(modelId, version));
    }

    ServerMemory memory() {
        return memory;
    }

    JsonValues json() {
        return json;
    }

    InstanceStore writer() {
        return writer;
    }

    Standings standings() {
        return standings;
    }

    List<StepListener> listeners() {
        return listeners;
    }

    /** Keeps what these steps left, and tells the listeners that they are committed. */
    void committed(List<AppliedStep> steps) {
        if (!steps.isEmpty()) {
            memory.instances().keep(steps);
            listeners.forEach(listener -> listener.committed(steps));
        }
    }

    IdBlock instanceIds() {
        return instanceIds;
    }

    IdBlock elementInstanceIds() {
        return elementInstanceIds;
    }
}
