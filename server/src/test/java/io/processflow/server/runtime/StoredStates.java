package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Event;
import io.processflow.engine.InstanceState;
import io.processflow.server.platform.RoundTrip;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares what is stored of instances with what their logs say (invariant I1). */
@Component
public class StoredStates {

    private final TeamScope scope;
    private final GroupParts parts;
    private final JdbcTemplate jdbc;

    StoredStates(TeamScope scope, GroupParts parts, JdbcTemplate jdbc) {
        this.scope = scope;
        this.parts = parts;
        this.jdbc = jdbc;
    }

    public void requireSameFromLogAndTables(long instanceId) {
        scope.asWorker(() -> {
            assertThat(fromTables(instanceId)).isEqualTo(fromLog(instanceId));
            return true;
        });
    }

    private InstanceState fromTables(long instanceId) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<InstanceState>) connection -> {
            GroupReader reader = new GroupReader(parts, null);
            reader.read(
                    List.of(InstanceCommand.on(instanceId, at -> {
                        throw new IllegalStateException("expected to be read only");
                    })),
                    false,
                    new RoundTrip(),
                    connection);
            return Objects.requireNonNull(reader.instance(instanceId)).state();
        }));
    }

    private InstanceState fromLog(long instanceId) {
        List<List<Event>> log = jdbc.query(
                "select events from process_instance_event where is_part_of = ? order by number",
                (row, number) -> EventJson.read(row.getString("events")),
                instanceId);
        return InstanceState.replayed(log);
    }
}
