package io.processflow.server.task;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: each of the words must begin a word of the title, or all of them words of the process's name.
 *
 * @param all letters and digits only, in small letters
 * @param models the processes whose names match
 */
record Words(List<String> all, List<Long> models) {

    static final Words NONE = new Words(List.of(), List.of());

    boolean any() {
        return !all.isEmpty();
    }

    /** As the words of the roles' tasks are indexed; null when nothing is searched for. */
    @Nullable
    String query(HeldRoles held) {
        if (all.isEmpty() || held.all().isEmpty()) {
            return null;
        }
        return held.all().stream()
                .map(role -> all.stream()
                        .map(word -> "'" + role.role() + "/" + word + "':*")
                        .collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }

    /** The one that few titles hold. */
    String longest() {
        return all.stream().max(Comparator.comparingInt(String::length)).orElse("");
    }
}
