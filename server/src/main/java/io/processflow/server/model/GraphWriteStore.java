package io.processflow.server.model;

import io.processflow.bpmn.Shape;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.Successor;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.JsonValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a version's graph: {@code flow_element} and the tables of successors, one statement each. */
@Repository
class GraphWriteStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GraphWriteStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * An element with what publishing adds to it.
     *
     * @param shape where it is drawn; null for what the compiler made
     * @param definitionVersionId the version of its definition that it was published with
     */
    record Row(
            Element element,
            @Nullable Shape shape,
            @Nullable String executionUrl,
            @Nullable Long definitionVersionId) {}

    /** The rows' ids grow in the order of the elements, so that reading them by id gives that order back. */
    void write(long teamId, long modelId, int version, List<Row> rows) {
        List<Long> ids = newIds(rows.size());
        Map<ElementKey, Long> idOf = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            idOf.put(rows.get(i).element().key(), ids.get(i));
        }
        writeElements(teamId, modelId, version, rows, idOf);
        writeSuccessors(teamId, rows, idOf);
    }

    private List<Long> newIds(int count) {
        return jdbc.sql("""
                        select nextval(pg_get_serial_sequence('flow_element', 'id')) as id
                          from generate_series(1, :count)
                         order by id""")
                .param("count", count)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void writeElements(long teamId, long modelId, int version, List<Row> rows, Map<ElementKey, Long> idOf) {
        ArrayNode written = json.createArrayNode();
        rows.forEach(row -> columns(row, idOf, written.addObject()));
        jdbc.sql("""
                        insert into flow_element
                               (id, type, model_id, data, execution_url, version, team_id, bpmn_id, part, made_by,
                                position_x, position_y, width, height, parent_flow_element_id, node_definition_version_id)
                        select r.id, r.type::node_type, :model, r.data, r.execution_url, :version, :team, r.bpmn_id, r.part,
                               r.made_by, r.x, r.y, r.width, r.height, r.parent, r.definition
                          from jsonb_to_recordset(:rows::jsonb) as r
                               (id bigint, type text, data jsonb, execution_url text, bpmn_id text, part int, made_by text,
                                x double precision, y double precision, width double precision, height double precision,
                                parent bigint, definition bigint)""")
                .param("model", modelId)
                .param("version", version)
                .param("team", teamId)
                .param("rows", json.writeValueAsString(written))
                .update();
    }

    private static void columns(Row row, Map<ElementKey, Long> idOf, ObjectNode columns) {
        Element element = row.element();
        columns.put("id", id(idOf, element.key()));
        columns.put("type", element.type().name());
        columns.set("data", JsonValues.node(new Value.Fields(element.data())));
        columns.put("execution_url", row.executionUrl());
        columns.put("bpmn_id", element.key().bpmnId());
        columns.put("part", element.key().part());
        columns.put("made_by", element.madeBy());
        Shape shape = row.shape();
        if (shape != null) {
            columns.put("x", shape.x());
            columns.put("y", shape.y());
            columns.put("width", shape.width());
            columns.put("height", shape.height());
        }
        if (element.challenge() != null) {
            columns.put("parent", id(idOf, element.challenge()));
        }
        if (row.definitionVersionId() != null) {
            columns.put("definition", row.definitionVersionId());
        }
    }

    private void writeSuccessors(long teamId, List<Row> rows, Map<ElementKey, Long> idOf) {
        Map<String, ArrayNode> tables = new LinkedHashMap<>();
        for (Row row : rows) {
            SuccessorTable.of(row.element().type())
                    .map(table -> tables.computeIfAbsent(table, name -> json.createArrayNode()))
                    .ifPresent(table -> successors(row.element(), idOf, table.addObject()));
        }
        tables.forEach((table, written) -> insert(teamId, table, written));
    }

    private static void successors(Element element, Map<ElementKey, Long> idOf, ObjectNode columns) {
        columns.put("flow_element_id", id(idOf, element.key()));
        List<String> ways = SuccessorTable.ways(element.type());
        for (int i = 0; i < ways.size(); i++) {
            Successor way =
                    i < element.successors().size() ? element.successors().get(i) : null;
            ArrayNode drawn = columns.putArray(ways.get(i) + "_drawn");
            if (way == null) {
                columns.putNull(ways.get(i));
            } else {
                columns.put(ways.get(i), id(idOf, way.to()));
                way.drawn().forEach(drawn::add);
            }
        }
        List<String> inputs = SuccessorTable.inputs(element.type());
        for (int i = 0; i < inputs.size(); i++) {
            columns.put(inputs.get(i), id(idOf, element.inputs().get(i)));
        }
    }

    /** Names of tables and columns come from {@link SuccessorTable} alone. */
    private void insert(long teamId, String table, ArrayNode rows) {
        List<String> columns = List.copyOf(rows.get(0).propertyNames());
        String types = columns.stream()
                .map(column -> column + (column.endsWith("_drawn") ? " jsonb" : " bigint"))
                .collect(Collectors.joining(", "));
        String names = String.join(", ", columns);
        jdbc.sql("insert into %s (team_id, %s) select :team, %s from jsonb_to_recordset(:rows::jsonb) as r (%s)"
                        .formatted(table, names, names, types))
                .param("team", teamId)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static long id(Map<ElementKey, Long> idOf, ElementKey key) {
        Long id = idOf.get(key);
        if (id == null) {
            throw new IllegalStateException("expected an element " + key + " in the compiled graph");
        }
        return id;
    }
}
