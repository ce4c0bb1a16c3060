package io.processflow.bench.targets;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells on the terminal what goes on. */
final class Progress {

    private Progress() {}

    static void say(String format, Object... values) {
        System.out.println(
                LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + String.format(Locale.ROOT, format, values));
    }
}
