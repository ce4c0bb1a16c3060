package io.processflow.server.runtime;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The values a variable had, from the instance's log. */
@Repository
class VariableHistoryStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VariableHistoryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A change with its place in the log: the command's number and the event's within it. */
    record Placed(int number, int place, VariableChange change) {}

    /** Newest first. */
    List<Placed> changes(long instanceId, String name, PageRequest page) {
        return jdbc.sql("""
                        select e.number, written.place, written.event -> 'values' -> :name as value, e.at,
                               coalesce(u.username, e.actor) as actor, v.number as visit, node.bpmn_id,
                               coalesce(v.title, node.data ->> 'task', node.bpmn_id) as title, written.event ->> 'reason' as reason
                          from process_instance_event e
                         cross join lateral jsonb_array_elements(e.events) with ordinality as written (event, place)
                          left join "user" u on e.actor = 'person:' || u.id
                          left join flow_element_instance v
                            on v.is_part_of = e.is_part_of and v.number = (written.event -> 'visit')::int
                          left join flow_element node on node.id = v.instance_of
                         where e.is_part_of = :id
                           and written.event ->> 'event' = 'VariablesWritten'
                           and jsonb_exists(written.event -> 'values', :name)
                           and (:number::bigint is null or (e.number, written.place) < (:number::bigint, :place::bigint))
                         order by e.number desc, written.place desc
                         limit :fetch""")
                .param("id", instanceId)
                .param("name", name)
                .param("number", page.numberAfter(0))
                .param("place", page.numberAfter(1))
                .param("fetch", page.fetch())
                .query((row, number) -> placed(row))
                .list();
    }

    private Placed placed(ResultSet row) throws SQLException {
        String element = row.getString("bpmn_id");
        return new Placed(
                row.getInt("number"),
                row.getInt("place"),
                new VariableChange(
                        json.readTree(row.getString("value")),
                        Db.instant(row, "at"),
                        row.getString("actor"),
                        element == null
                                ? null
                                : new VariableChange.Step(row.getInt("visit"), element, row.getString("title")),
                        row.getString("reason")));
    }
}
