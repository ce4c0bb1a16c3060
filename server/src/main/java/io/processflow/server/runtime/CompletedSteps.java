package io.processflow.server.runtime;

import io.processflow.engine.Event;
import io.processflow.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered in steps that are over, from the instances' logs, within the scope of the transaction. */
@Repository
public class CompletedSteps {

    private final JdbcClient jdbc;

    CompletedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The outputs a visit was completed with; empty when it was never completed. */
    public Optional<Map<String, Value>> outputs(long instanceId, int visit) {
        return events(instanceId, visit).map(events -> written(events, visit));
    }

    /** All that came of completing a visit; empty when it was never completed. */
    public Optional<List<Event>> events(long instanceId, int visit) {
        return jdbc.sql("""
                        select events from process_instance_event
                         where is_part_of = :id and command = 'Complete'
                           and events @> jsonb_build_array(jsonb_build_object('event', 'VisitCompleted', 'visit', :visit::int))""")
                .param("id", instanceId)
                .param("visit", visit)
                .query((row, number) -> EventJson.read(row.getString("events")))
                .optional();
    }

    private static Map<String, Value> written(List<Event> events, int visit) {
        return events.stream()
                .filter(event -> event instanceof Event.VariablesWritten written && written.visit() == visit)
                .map(event -> ((Event.VariablesWritten) event).values())
                .findFirst()
                .orElse(Map.of());
    }
}
