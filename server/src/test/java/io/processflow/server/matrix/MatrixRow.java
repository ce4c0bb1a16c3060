package io.processflow.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * One request of {@code matrix/<module>.csv} and what each actor gets: {@code y} (may), 401, 403 or 404.
 *
 * @param path as the mapping has it, but with the names of values; a query may follow
 * @param body with names of values; empty when the request has none
 */
public record MatrixRow(String method, String path, String body, Map<Actor, String> expected) {

    private static final String HEADER = "method;path;body;A0;A1;A2;A3;A4;A5;A6;A7;A9";
    private static final List<String> CELLS = List.of("y", "401", "403", "404");
    private static final int FIRST_CELL = 3;

    static List<MatrixRow> read(Resource file) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> rows = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(rows.getFirst()).as(file.getFilename()).isEqualTo(HEADER);
            return rows.stream().skip(1).map(MatrixRow::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The mapping it is a row of: method and path, without the names of variables. */
    String mapping() {
        return mapping(method, path.split("\\?", 2)[0]);
    }

    static String mapping(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /** Actors who are refused come first, so that they meet things nobody has spent. */
    public List<Actor> actors() {
        List<Actor> actors = new ArrayList<>(List.of(Actor.values()));
        actors.sort((one, other) -> Boolean.compare(may(one), may(other)));
        return actors;
    }

    boolean may(Actor actor) {
        return expectedFor(actor).equals("y");
    }

    public String expectedFor(Actor actor) {
        return expected.get(actor.column());
    }

    private static MatrixRow of(String line) {
        String[] cells = line.split(";", -1);
        List<Actor> columns =
                Arrays.stream(Actor.values()).filter(Actor::hasColumn).toList();
        assertThat(cells).as(line).hasSize(FIRST_CELL + columns.size());
        Map<Actor, String> expected = new EnumMap<>(Actor.class);
        for (int column = 0; column < columns.size(); column++) {
            String cell = cells[FIRST_CELL + column].strip();
            assertThat(cell).as(line).isIn(CELLS);
            expected.put(columns.get(column), cell);
        }
        return new MatrixRow(cells[0].strip(), cells[1].strip(), cells[2].strip(), expected);
    }
}
