package io.processflow.bpmn.report;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One line a file. The file comes last, because its name may be of any length. */
final class Table {

    private static final String ROW = "%-" + Result.widest() + "s %9s  %-22s %9s  %s";

    private Table() {}

    static String head() {
        return row("result", "processes", "behaviour", "ms", "file");
    }

    static String row(FileResult file) {
        String processes = file.processCount() == 0 ? "-" : String.valueOf(file.processCount());
        return row(
                file.result().words(),
                processes,
                behaviour(file),
                String.format(Locale.ROOT, "%.1f", file.milliseconds()),
                printable(file.file()) + (file.reason().isEmpty() ? "" : ": " + printable(file.reason())));
    }

    static String copy(String file, String first) {
        return row("the same", "", "", "", printable(file) + ": has the same bytes as " + printable(first));
    }

    /** {@code sound} only when every process of the file that can be published is. */
    static String behaviour(FileResult file) {
        Set<Behaviour> behaviours =
                file.processes().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        if (behaviours.size() > 1) {
            behaviours.remove(Behaviour.SOUND);
        }
        return Behaviour.words(behaviours);
    }

    private static String row(String result, String processes, String behaviour, String time, String file) {
        return String.format(Locale.ROOT, ROW, result, processes, behaviour, time, file);
    }

    /** A name may hold what would steer a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
