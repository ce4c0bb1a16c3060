package io.processflow.server.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the few tasks a narrow question can be about, so that the worklist need not be walked through for them. */
@Repository
class TaskSearchStore {

    private final JdbcClient jdbc;

    TaskSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a search apart as titles are taken apart; the database's letters decide. */
    Words words(String search, Collection<Long> teams) {
        List<String> words = jdbc.sql("select regexp_split_to_array(lower(left(:search, 480)), '[^[:alnum:]]+')")
                .param("search", search)
                .query((row, number) -> Arrays.stream((String[]) row.getArray(1).getArray())
                        .filter(word -> !word.isEmpty())
                        .toList())
                .single();
        return words.isEmpty() ? Words.NONE : new Words(words, modelsNamed(words, teams));
    }

    private List<Long> modelsNamed(List<String> words, Collection<Long> teams) {
        return jdbc.sql("select id from process_model where belongs_to = any(:teams) and "
                        + WordsOfTasks.words("'name'", "process_model.name") + " @@ :query::tsquery")
                .param("teams", teams.toArray(Long[]::new))
                .param(
                        "query",
                        words.stream().map(word -> "'name/" + word + "':*").collect(Collectors.joining(" & ")))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Open tasks of any team whose titles hold the words: only as the role for searching, and to be read again. */
    List<Long> withWords(String query, int limit) {
        return jdbc.sql("select v.id from flow_element_instance v where v.status = 'Todo' and " + WordsOfTasks.of("v")
                        + " @@ :query::tsquery limit :limit")
                .param("query", query)
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Long> ofModels(Collection<Long> teams, Collection<Long> models, int limit) {
        return jdbc.sql("""
                        select v.id
                          from process_instance i
                         cross join lateral (
                               select id, status from flow_element_instance
                                where is_part_of = i.id and status in ('Created', 'Todo', 'In Progress', 'Error') offset 0) v
                         where i.team_id = any(:teams) and i.process_model_id = any(:models)
                           and i.status in ('Running', 'On Hold', 'Error') and v.status = 'Todo'
                         limit :limit""")
                .param("teams", teams.toArray(Long[]::new))
                .param("models", models.toArray(Long[]::new))
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Long> ofInstance(long instanceId) {
        return jdbc.sql("""
                        select id from flow_element_instance
                         where is_part_of = :instance and status in ('Created', 'Todo', 'In Progress', 'Error')""")
                .param("instance", instanceId)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Long> claimedBy(Collection<Long> teams, UUID person, int limit) {
        return jdbc.sql("""
                        select id from flow_element_instance
                         where team_id = any(:teams) and claimed_by = :person and status = 'Todo' limit :limit""")
                .param("teams", teams.toArray(Long[]::new))
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
