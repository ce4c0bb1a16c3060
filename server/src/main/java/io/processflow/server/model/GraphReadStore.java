package io.processflow.server.model;

import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.Db;
import io.processflow.server.platform.JsonValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a version's graph back: exactly the elements that {@link GraphWriteStore} wrote, in their order. */
@Repository
class GraphReadStore {

    private final JdbcClient jdbc;
    private final JsonValues values;

    GraphReadStore(JdbcClient jdbc, JsonValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** An element as it is stored. */
    record StoredElement(
            long id, long teamId, Element element, @Nullable String executionUrl) {}

    /** A way as its row has it. */
    private record Way(@Nullable Long to, @Nullable String drawn) {}

    private record StoredRow(
            long id,
            long teamId,
            ElementKey key,
            @Nullable String madeBy,
            NodeType type,
            Map<String, Value> data,
            @Nullable String executionUrl,
            @Nullable Long parent,
            List<Way> ways,
            List<Way> inputs) {}

    /** Empty when there is no such version in the teams in scope. */
    List<StoredElement> read(long modelId, int version) {
        List<StoredRow> rows = jdbc.sql("""
                        select e.id, e.team_id, e.bpmn_id, e.part, e.made_by, e.type, e.data, e.execution_url,
                               e.parent_flow_element_id,
                               coalesce(s.next_flow_element_id, a.next_flow_element_id, g.next_flow_element_true_id,
                                        p.next_flow_element_id_1, j.next_flow_element_id) as way_1,
                               coalesce(s.next_flow_element_id_drawn, a.next_flow_element_id_drawn,
                                        g.next_flow_element_true_id_drawn, p.next_flow_element_id_1_drawn,
                                        j.next_flow_element_id_drawn) as drawn_1,
                               coalesce(g.next_flow_element_false_id, p.next_flow_element_id_2) as way_2,
                               coalesce(g.next_flow_element_false_id_drawn, p.next_flow_element_id_2_drawn) as drawn_2,
                               j.previous_flow_element_id_1 as input_1, j.previous_flow_element_id_2 as input_2
                          from flow_element e
                          left join start_element s on s.flow_element_id = e.id
                          left join activity_element a on a.flow_element_id = e.id
                          left join gateway_element g on g.flow_element_id = e.id
                          left join and_split_element p on p.flow_element_id = e.id
                          left join and_join_element j on j.flow_element_id = e.id
                         where e.model_id = :model and e.version = :version
                         order by e.id""")
                .param("model", modelId)
                .param("version", version)
                .query((row, number) -> row(row))
                .list();
        Map<Long, ElementKey> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.id(), row.key()));
        return rows.stream().map(row -> element(row, keys)).toList();
    }

    private StoredRow row(ResultSet row) throws SQLException {
        NodeType type = NodeType.valueOf(row.getString("type"));
        int ways = SuccessorTable.ways(type).size();
        int inputs = SuccessorTable.inputs(type).size();
        return new StoredRow(
                row.getLong("id"),
                row.getLong("team_id"),
                new ElementKey(row.getString("bpmn_id"), row.getInt("part")),
                row.getString("made_by"),
                type,
                values.readFields(row.getString("data")),
                row.getString("execution_url"),
                Db.longOrNull(row, "parent_flow_element_id"),
                List.of(way(row, "1"), way(row, "2")).subList(0, ways),
                List.of(new Way(Db.longOrNull(row, "input_1"), null), new Way(Db.longOrNull(row, "input_2"), null))
                        .subList(0, inputs));
    }

    private static Way way(ResultSet row, String number) throws SQLException {
        return new Way(Db.longOrNull(row, "way_" + number), row.getString("drawn_" + number));
    }

    private static StoredElement element(StoredRow row, Map<Long, ElementKey> keys) {
        List<@Nullable Successor> successors = new ArrayList<>();
        for (Way way : row.ways()) {
            successors.add(
                    way.to() == null || way.drawn() == null
                            ? null
                            : new Successor(key(keys, way.to()), Db.texts(way.drawn())));
        }
        List<ElementKey> inputs = new ArrayList<>();
        for (Way input : row.inputs()) {
            if (input.to() != null) {
                inputs.add(key(keys, input.to()));
            }
        }
        Element element = new Element(
                row.key(),
                row.madeBy(),
                row.type(),
                row.data(),
                row.parent() == null ? null : key(keys, row.parent()),
                inputs,
                successors);
        return new StoredElement(row.id(), row.teamId(), element, row.executionUrl());
    }

    private static ElementKey key(Map<Long, ElementKey> keys, long id) {
        ElementKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("expected element " + id + " in the version that names it");
        }
        return key;
    }
}
