package io.processflow.bpmn.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Shares, frequencies and times of all files, as text. */
final class Summary {

    private static final double LEAST_WITHOUT_STAND_INS = 30;
    private static final double LEAST_PUBLISHABLE = 75;
    private static final double MOST_MILLISECONDS = 10;
    private static final int SLOWEST = 5;

    private final Report report;
    private final long wellFormed;
    private final StringBuilder text = new StringBuilder();

    private Summary(Report report) {
        this.report = report;
        this.wellFormed = report.wellFormed();
    }

    static String of(Report report) {
        return new Summary(report).text();
    }

    private String text() {
        line(
                "%d BPMN files, without %d copies of the same bytes and %d files that are no BPMN.",
                report.files().size(), report.copyCount(), report.others());
        if (report.files().isEmpty()) {
            return text.toString();
        }
        results();
        targets();
        behaviours();
        frequency("What keeps drafts from being published", FileResult::blocking);
        frequency("Why files are refused", file -> codes(file, Result.REFUSED));
        frequency("Exceptions", file -> codes(file, Result.EXCEPTION));
        frequency("Other findings, by the files they occur in", Summary::otherCodes);
        heading("Slowest files", "ms");
        report.slowest(SLOWEST).forEach(file -> entry(Table.printable(file.file()), "%.1f", file.milliseconds()));
        return text.toString();
    }

    private void results() {
        heading("Result, and its share of the " + wellFormed + " files that are well-formed", "files");
        for (Result result : Result.values()) {
            long count = report.count(file -> file.result() == result && file.isWellFormed());
            entry(result.words(), "%d", count, share(count, wellFormed));
            if (result == Result.WITH_STAND_INS) {
                long unbound = report.count(FileResult::needsOnlyBinding);
                entry("… only until bound to a server", "%d", unbound, share(unbound, wellFormed));
            }
        }
        entry("refused, not well-formed", "%d", report.files().size() - wellFormed);
    }

    private void targets() {
        heading("Targets", "reached");
        double exactOrByRules = percent(report.count(file -> file.result().compareTo(Result.WITH_STAND_INS) < 0));
        double publishable = percent(report.count(file -> file.result().canBePublished()));
        long files = report.files().size();
        double answered = 100.0 * report.count(file -> file.result() != Result.EXCEPTION) / files;
        double median = report.milliseconds(0.5);
        target("without stand-ins", exactOrByRules, "at least 30 %", exactOrByRules >= LEAST_WITHOUT_STAND_INS);
        target("can be published", publishable, "at least 75 %", publishable >= LEAST_PUBLISHABLE);
        target("imported or refused with a reason", answered, "100 %", !report.hasExceptions());
        long onceBound =
                report.count(file -> file.result().compareTo(Result.WITH_STAND_INS) < 0 || file.needsOnlyBinding());
        entry("without, once services are bound", "%.1f %%", percent(onceBound));
        entry(
                "time of a file, median",
                "%.1f ms",
                median,
                "at most 10 ms" + (median <= MOST_MILLISECONDS ? "" : "  MISSED"));
        entry("time of a file, 95 in 100 within", "%.1f ms", report.milliseconds(0.95));
        entry("time of a file, slowest", "%.1f ms", report.milliseconds(1));
    }

    private void target(String what, double percent, String target, boolean reached) {
        entry(what, "%.1f %%", percent, target + (reached ? "" : "  MISSED"));
    }

    private void behaviours() {
        long all = report.processes(process -> true);
        heading("Behaviour of the " + all + " processes that can be published", "processes");
        for (Behaviour behaviour : Behaviour.values()) {
            long count = report.processes(process -> process.contains(behaviour));
            entry(behaviour.words(), "%d", count, share(count, all));
        }
    }

    private void frequency(String title, Function<FileResult, Set<String>> what) {
        List<Map.Entry<String, Integer>> counts = report.frequency(what);
        if (!counts.isEmpty()) {
            heading(title, "files");
            counts.forEach(count -> entry(count.getKey(), "%d", count.getValue()));
        }
    }

    private static Set<String> codes(FileResult file, Result result) {
        return file.result() == result ? file.codes().keySet() : Set.of();
    }

    private static Set<String> otherCodes(FileResult file) {
        if (file.result().compareTo(Result.REFUSED) >= 0) {
            return Set.of();
        }
        Set<String> codes = new TreeSet<>(file.codes().keySet());
        codes.removeIf(
                code -> file.blocking().stream().anyMatch(cause -> cause.equals(code) || cause.startsWith(code + ":")));
        return codes;
    }

    private void heading(String title, String unit) {
        line("%n%s (%s)", title, unit);
    }

    private void entry(String name, String format, Object value) {
        entry(name, format, value, "");
    }

    private void entry(String name, String format, Object value, String remark) {
        String number = String.format(Locale.ROOT, format, value);
        line(remark.isEmpty() ? "  %10s  %s" : "  %10s  %-34s  %s", number, name, remark);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
    }

    private double percent(long count) {
        return wellFormed == 0 ? 0 : 100.0 * count / wellFormed;
    }

    private static String share(long count, long of) {
        return of == 0 ? "" : String.format(Locale.ROOT, "%5.1f %%", 100.0 * count / of);
    }
}
