package io.processflow.bench.targets;

import java.util.Locale;

/**
 * One line of the final table: a figure that is held against a limit.
 *
 * @param target P1 to P7
 * @param figure what was measured, in words
 * @param ratio what is compared with the limit
 */
public record Line(String target, String what, String figure, double ratio, boolean atLeast, double limit) {

    static Line atLeast(String target, String what, String figure, double ratio, double limit) {
        return new Line(target, what, figure, ratio, true, limit);
    }

    static Line atMost(String target, String what, String figure, double ratio, double limit) {
        return new Line(target, what, figure, ratio, false, limit);
    }

    public boolean ok() {
        return atLeast ? ratio >= limit : ratio <= limit;
    }

    public String verdict() {
        return ok() ? "ok" : "missed";
    }

    String wanted() {
        return (atLeast ? "≥ " : "≤ ") + number(limit);
    }

    /** For a terminal. */
    public String row() {
        return "%-3s %-58s %-40s %12s %12s  %s".formatted(target, what, figure, number(ratio), wanted(), verdict());
    }

    /** For a table in Markdown. */
    String markdown() {
        return "| %s | %s | %s | %s | %s | %s |".formatted(target, what, figure, number(ratio), wanted(), verdict());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
