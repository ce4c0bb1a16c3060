package io.processflow.bench.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page docs/performance.md. What was not measured this time stays as it was, and so does the part that people write:
 * what each step of the work brought.
 */
public final class Report {

    /** Above the lines that are printed. */
    public static final String HEAD =
            "%-3s %-58s %-40s %12s %12s  %s".formatted("", "what", "measured", "ratio", "wanted", "verdict");

    private static final Pattern PART =
            Pattern.compile("<!-- begin (\\S+) -->\\n(.*?)<!-- end \\1 -->\\n", Pattern.DOTALL);
    private static final String STEPS = "steps";

    private final Map<String, String> parts = new TreeMap<>();

    private Report() {}

    public static void update(Path file, List<Section> sections, Settings settings) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, updated(old, sections, settings));
    }

    static String updated(String old, List<Section> sections, Settings settings) {
        Report report = new Report();
        Matcher part = PART.matcher(old);
        while (part.find()) {
            report.parts.put(part.group(1), part.group(2));
        }
        for (Section section : sections) {
            report.parts.put(section.target(), text(section, settings));
        }
        return report.page();
    }

    private static String text(Section section, Settings settings) {
        return """
                ### %s %s

                Measured on %s: %s, %d cores shared by all. %d rounds of %d s.

                | | what | measured | ratio | wanted | verdict |
                | --- | --- | --- | ---: | ---: | --- |
                %s

                %s""".formatted(
                        section.target(),
                        section.title(),
                        LocalDate.now(),
                        "JDK " + Runtime.version().feature() + ", PostgreSQL 17",
                        Runtime.getRuntime().availableProcessors(),
                        settings.rounds(),
                        settings.round().toSeconds(),
                        section.lines().stream().map(Line::markdown).collect(Collectors.joining("\n")),
                        section.details());
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Performance

                Written by `./processflow bench`; only the part "What each step brought" is written by hand and stays. All targets are ratios
                of figures from one run on one machine, made within a round and then the median taken; absolute figures mean little.

                | | what | measured | ratio | wanted | verdict |
                | --- | --- | --- | ---: | ---: | --- |
                """);
        parts.forEach((name, text) -> {
            if (!name.equals(STEPS)) {
                text.lines()
                        .filter(line -> line.startsWith("| " + name + " |"))
                        .forEach(line -> page.append(line).append('\n'));
            }
        });
        page.append(String.format(Locale.ROOT, "%n%s%n## What each step brought%n%n", HOW));
        append(page, STEPS, parts.getOrDefault(STEPS, "\n"));
        page.append("\n## Figures\n\n");
        parts.forEach((name, text) -> {
            if (!name.equals(STEPS)) {
                append(page, name, text);
                page.append('\n');
            }
        });
        return page.toString();
    }

    private static void append(StringBuilder page, String name, String text) {
        page.append("<!-- begin ").append(name).append(" -->\n");
        page.append(text);
        page.append("<!-- end ").append(name).append(" -->\n");
    }

    private static final String HOW = """
            ## How it is measured

            `./processflow bench` measures everything (some 20 minutes), `--only P1,P3` some targets, `--quick` says within two minutes whether
            everything works, `--list` tells the targets, `jmh` runs the micro-benchmarks with JMH's own arguments. Nothing else should run.

            All contenders run in one JVM on one PostgreSQL in a new folder, with fsync and synchronous_commit, each with a pool of 32
            connections; rounds alternate. After each turn the database is asked whether every instance is completed with all its rows; a
            turn for which that does not hold ends the run. Tables of instances are emptied before the next turn (not for P5).

            - **W1** start with one input, gateway on it, end. **W2** start with one input, a step for people with one output, gateway on it,
              another such step, end. **W3** start, split, two steps for people, join, end.
            - **ours**: the server as it is shipped, called where its HTTP controllers call it: `Starts.start` and `Tasks.complete`, as 32
              people of one team. *Groups of one*: the same with `processflow.commit.largest-group=1`.
            - **Operaton** 1.0.3 (Apache-2.0, history full) and **Flowable** 8.0.0 (Apache-2.0, history audit), engines only, no job executor,
              no metrics. Their steps name no candidates and their calls no user, so they write less than they could. They search the
              open tasks by process instance, which counts. They take ids 1,000 at a time, on a second connection: their pools have 33.
            - **raw-tx**: JDBC that copies the rows the product leaves (read from one instance the product ran) into the product's own tables,
              as the role its runtime works as; one transaction a command, ids taken 10,000 at a time. **raw-batch**: the same, 50 commands in one
              transaction, one statement for a table, arrays; 50 in flight for each client. Sizes of rows are compared with the product's.
            """;
}
