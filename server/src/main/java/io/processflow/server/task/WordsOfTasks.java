package io.processflow.server.task;

/** How titles are taken apart into words; the index {@code flow_element_instance_words_idx} repeats it to the letter. */
final class WordsOfTasks {

    private WordsOfTasks() {}

    /** The words of a task's title, each behind its role's id. */
    static String of(String task) {
        return words(task + ".assigned_role_id::text", task + ".title");
    }

    /** The words of any text behind any prefix, both SQL expressions. */
    static String words(String prefix, String text) {
        return """
                array_to_tsvector(string_to_array(%1$s || '/'
                  || regexp_replace(lower(left(%2$s, 480)), '[^[:alnum:]]+', ' ' || %1$s || '/', 'g'), ' '))""".formatted(prefix, text);
    }
}
