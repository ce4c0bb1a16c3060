package io.processflow.server.shop;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.shop.NodeDefinition.Visibility;
import io.processflow.server.team.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code node_definition}, {@code node_definition_version} and {@code teams_node_definitions}. */
@Repository
class NodeDefinitionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NodeDefinitionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<NodeDefinition> shop(Collection<Long> teamIds, String search, @Nullable String mode, PageRequest page) {
        return jdbc.sql("""
                        select id, definition, version, team_id, visibility
                          from node_definition
                         where archived_at is null
                           and (visibility = 'Public' or team_id is null or team_id = any (:teams::bigint[]))
                           and (:search = ''
                                or position(lower(:search) in lower(definition ->> 'name')) > 0
                                or position(lower(:search) in lower(definition ->> 'shortDescription')) > 0)
                           and (:mode::text is null or definition ->> 'executionMode' = :mode)
                           and (:name::text is null or (lower(definition ->> 'name') collate "C", id) > (:name, :id))
                         order by lower(definition ->> 'name') collate "C", id
                         limit :fetch""")
                .param("teams", teamIds.toArray(Long[]::new))
                .param("search", search)
                .param("mode", mode)
                .param("name", page.textAfter(0))
                .param("id", page.numberAfter(1))
                .param("fetch", page.fetch())
                .query(this::definition)
                .list();
    }

    /** The place of a row in the order of {@link #shop}. */
    static List<?> place(NodeDefinition row) {
        return List.of(row.definition().name().toLowerCase(Locale.ROOT), row.id());
    }

    /** One that is in the shop, belongs to one of the teams, or was added by one of them. */
    Optional<NodeDefinition> find(Collection<Long> teamIds, long id) {
        return jdbc.sql("""
                        select id, definition, version, team_id, visibility
                          from node_definition d
                         where id = :id
                           and (team_id = any (:teams::bigint[])
                                or archived_at is null and (visibility = 'Public' or team_id is null)
                                or exists (select from teams_node_definitions t
                                            where t.node_definition_id = d.id and t.team_id = any (:teams::bigint[])))""")
                .param("id", id)
                .param("teams", teamIds.toArray(Long[]::new))
                .query(this::definition)
                .optional();
    }

    Optional<Long> teamOf(long id) {
        return jdbc.sql("select team_id from node_definition where id = :id and team_id is not null")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** The team's own definition, locked so that versions are made one after the other. */
    Optional<NodeDefinition> lock(long teamId, long id) {
        return jdbc.sql("""
                        select id, definition, version, team_id, visibility
                          from node_definition
                         where team_id = :team and id = :id and archived_at is null
                           for update""")
                .param("team", teamId)
                .param("id", id)
                .query(this::definition)
                .optional();
    }

    long insert(Member member, String definition, Visibility visibility) {
        return jdbc.sql("""
                        insert into node_definition (definition, created_by, team_id, visibility)
                        values (:definition::jsonb, :user, :team, :visibility::node_definition_visibility)
                        returning id""")
                .param("definition", definition)
                .param("user", member.userId())
                .param("team", member.teamId())
                .param("visibility", visibility.name())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    void insertVersion(Member member, long id, int version, String definition) {
        jdbc.sql("""
                        insert into node_definition_version (node_definition_id, version, definition, created_by, team_id)
                        values (:id, :version, :definition::jsonb, :user, :team)""")
                .param("id", id)
                .param("version", version)
                .param("definition", definition)
                .param("user", member.userId())
                .param("team", member.teamId())
                .update();
    }

    void update(long teamId, long id, int version, String definition, Visibility visibility) {
        jdbc.sql("""
                        update node_definition
                           set definition = :definition::jsonb, version = :version, updated_at = now(),
                               visibility = :visibility::node_definition_visibility
                         where team_id = :team and id = :id""")
                .param("definition", definition)
                .param("version", version)
                .param("visibility", visibility.name())
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    int archive(long teamId, long id) {
        return jdbc.sql("update node_definition set archived_at = now() where team_id = :team and id = :id")
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    int delete(long teamId, long id) {
        return jdbc.sql("delete from node_definition where team_id = :team and id = :id")
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    List<NodeDefinition> offered(long teamId) {
        return jdbc.sql("""
                        select d.id, d.definition, d.version, d.team_id, d.visibility
                          from node_definition d
                          left join teams_node_definitions t on t.node_definition_id = d.id and t.team_id = :team
                         where d.team_id is null or t.id is not null
                         order by d.team_id is not null, lower(d.definition ->> 'name') collate "C", d.id""").param("team", teamId).query(this::definition).list();
    }

    void offer(long teamId, long id) {
        jdbc.sql("""
                        insert into teams_node_definitions (team_id, node_definition_id)
                        values (:team, :id)
                        on conflict (team_id, node_definition_id) do nothing""").param("team", teamId).param("id", id).update();
    }

    int takeBack(long teamId, long id) {
        return jdbc.sql("delete from teams_node_definitions where team_id = :team and node_definition_id = :id")
                .param("team", teamId)
                .param("id", id)
                .update();
    }

    List<PinnedDefinition> newest(Collection<Long> definitionIds) {
        return jdbc.sql("""
                        select v.node_definition_id, v.id, v.version, v.definition
                          from node_definition d
                          join node_definition_version v on v.node_definition_id = d.id and v.version = d.version
                         where d.id = any (:ids::bigint[])""")
                .param("ids", definitionIds.toArray(Long[]::new))
                .query(this::pinned)
                .list();
    }

    Optional<PinnedDefinition> version(long definitionId, int version) {
        return jdbc.sql("""
                        select node_definition_id, id, version, definition
                          from node_definition_version
                         where node_definition_id = :id and version = :version""")
                .param("id", definitionId)
                .param("version", version)
                .query(this::pinned)
                .optional();
    }

    private NodeDefinition definition(ResultSet row, int number) throws SQLException {
        Long teamId = Db.longOrNull(row, "team_id");
        return new NodeDefinition(
                row.getLong("id"),
                json.readValue(row.getString("definition"), Definition.class),
                teamId == null,
                row.getInt("version"),
                teamId,
                Visibility.valueOf(row.getString("visibility")));
    }

    private PinnedDefinition pinned(ResultSet row, int number) throws SQLException {
        return new PinnedDefinition(
                row.getLong("node_definition_id"),
                row.getLong("id"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), Definition.class));
    }
}
