package io.processflow.server.runtime;

import io.processflow.engine.Command;
import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.server.model.CompiledVersion;
import java.util.List;
import java.util.Map;

/**
 * A command that was taken and is being written.
 *
 * @param elementInstanceIds ids of the rows of the visits the events speak of, by number
 */
public record AppliedStep(
        long instanceId,
        CompiledVersion version,
        Command command,
        List<Event> events,
        InstanceState state,
        Map<Integer, Long> elementInstanceIds) {

    public long teamId() {
        return version.teamId();
    }

    public long elementInstanceId(int visit) {
        Long id = elementInstanceIds.get(visit);
        if (id == null) {
            throw new IllegalStateException(
                    "expected visit " + visit + " of instance " + instanceId + " to have a row");
        }
        return id;
    }
}
