package io.processflow.server;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two teams with one row of their own in every table of team data, written as the superuser. */
public final class SampleTeams {

    private final JdbcClient db;

    public SampleTeams(JdbcClient db) {
        this.db = db;
    }

    /** The ids of the rows made for one team, by table; the person's under "user" and the team's under "team". */
    public record Rows(UUID person, Map<String, Long> ids) {

        public long id(String table) {
            return ids.get(table);
        }

        public long team() {
            return id("team");
        }
    }

    public Rows team(String name) {
        UUID person = person(name);
        Rows rows = new Rows(person, new LinkedHashMap<>());
        insert(rows, "team", "(name, created_by) values ('Team ' || :name, :person)", Map.of("name", name));
        insert(rows, "role", "(team_id, name, color) values (:team, 'owner', '#4F5BD5')", Map.of());
        insert(rows, "profile_team", "(profile_id, team_id) values (:person, :team)", Map.of());
        insert(rows, "profile_role_team", "(profile_id, role_id, team_id) values (:person, :role, :team)", Map.of());
        insert(
                rows,
                "invitation",
                "(email, team_id, invited_by, token_hash)"
                        + " values (:email, :team, :person, sha256(convert_to(:email, 'UTF8')))",
                Map.of("email", "guest-of-" + name + "@example.org"));
        model(rows);
        shop(rows);
        elements(rows);
        instance(rows);
        return rows;
    }

    public UUID person(String name) {
        return db.sql("insert into \"user\" (email, username) values (:name || '@example.org', :name) returning id")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void model(Rows rows) {
        insert(
                rows,
                "process_model",
                "(name, belongs_to, created_by, updated_by, draft, startable_by)"
                        + " values ('Model', :team, :person, :person, '<definitions/>', array[:role])",
                Map.of());
        insert(
                rows,
                "process_model_version",
                "(process_model_id, version, team_id, bpmn, published_by)"
                        + " values (:process_model, 1, :team, '<definitions/>', :person)",
                Map.of());
        db.sql("insert into process_model_editor (process_model_id, team_id, user_id)"
                        + " values (:process_model, :team, :person)")
                .param("process_model", rows.id("process_model"))
                .param("team", rows.team())
                .param("person", rows.person())
                .update();
    }

    private void shop(Rows rows) {
        insert(
                rows,
                "node_definition",
                "(definition, created_by, team_id, visibility) values ('{\"name\": \"Own\"}', :person, :team, 'Team')",
                Map.of());
        insert(
                rows,
                "node_definition_version",
                "(node_definition_id, version, definition, team_id) values (:node_definition, 1, '{}', :team)",
                Map.of());
        insert(
                rows,
                "teams_node_definitions",
                "(team_id, node_definition_id) values (:team, :node_definition)",
                Map.of());
    }

    private void elements(Rows rows) {
        Map<String, String> successors = new LinkedHashMap<>();
        successors.put("start_element", "next_flow_element_id");
        successors.put("activity_element", "next_flow_element_id");
        successors.put("gateway_element", "next_flow_element_true_id");
        successors.put("and_split_element", "next_flow_element_id_1, next_flow_element_id_2");
        successors.put(
                "and_join_element", "previous_flow_element_id_1, previous_flow_element_id_2, next_flow_element_id");
        long end = element(rows, "end_element");
        insert(rows, "end_element", "(flow_element_id, team_id) values (:element, :team)", Map.of("element", end));
        long other = element(rows, "other");
        successors.forEach((table, columns) -> {
            Map<String, Object> more = Map.of("element", element(rows, table), "end", end, "other", other);
            String targets = switch (columns.split(",").length) {
                case 1 -> ":end";
                case 2 -> ":end, :other";
                default -> ":end, :other, :end";
            };
            insert(
                    rows,
                    table,
                    "(flow_element_id, team_id, " + columns + ") values (:element, :team, " + targets + ")",
                    more);
        });
    }

    private long element(Rows rows, String bpmnId) {
        insert(
                rows,
                "flow_element",
                "(type, model_id, data, version, team_id, bpmn_id, node_definition_version_id)"
                        + " values ('activityNode', :process_model, '{}', 1, :team, :bpmn, :node_definition_version)",
                Map.of("bpmn", bpmnId));
        return rows.id("flow_element");
    }

    private void instance(Rows rows) {
        insert(
                rows,
                "process_instance",
                "(process_model_id, status, version, team_id, started_by)"
                        + " values (:process_model, 'Running', 1, :team, :person)",
                Map.of());
        insert(
                rows,
                "flow_element_instance",
                "(instance_of, is_part_of, status, number, team_id, assigned_role_id, title)"
                        + " values (:flow_element, :process_instance, 'Todo', 1, :team, :role, 'Pack')",
                Map.of());
        insert(
                rows,
                "data_object_instance",
                "(is_part_of, name, value, team_id) values (:process_instance, 'weight', '10', :team)",
                Map.of());
        db.sql("insert into process_instance_event (is_part_of, number, team_id, at, actor, command, events)"
                        + " values (:process_instance, 1, :team, now(), 'test', 'start', '[]')")
                .param("process_instance", rows.id("process_instance"))
                .param("team", rows.team())
                .update();
        insert(
                rows,
                "activity_call",
                "(flow_element_instance_id, is_part_of, team_id, webhook_id, max_attempts, request)"
                        + " values (:flow_element_instance, :process_instance, :team, 'msg_' || :team, 6, '{}')",
                Map.of());
        insert(rows, "statistics", "(profile_id, team_id) values (:person, :team)", Map.of());
        insert(
                rows,
                "reward",
                "(profile_id, team_id, flow_element_instance_id, rule, kind, method, amount_asked, amount_applied)"
                        + " values (:person, :team, :flow_element_instance, 'activity', 'Experience', 'incrementBy', 5, 5)",
                Map.of());
    }

    private void insert(Rows rows, String table, String rest, Map<String, ?> more) {
        Map<String, Object> named = new HashMap<>(rows.ids());
        named.put("person", rows.person());
        named.putAll(more);
        long id = db.sql("insert into " + table + " " + rest + " returning id")
                .params(named)
                .query(Long.class)
                .single();
        rows.ids().put(table, id);
    }
}
