package io.processflow.bpmn.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for on the command line.
 *
 * @param place the folder, or a single file
 * @param csv where to write the table as comma-separated values; null for nowhere
 * @param onlySummary whether to leave out the row of each file
 */
record Options(Path place, @Nullable Path csv, boolean onlySummary) {

    static final String USAGE = """
            usage: ./processflow import-report FOLDER [--csv FILE] [--only-summary]

            Imports every BPMN file under FOLDER as the server would, stores nothing, and prints what became of each:
            its result, how its processes behave, the time it took, and what is in the way of publishing it.

              --csv FILE       write the table to FILE, too, with all codes of each file
              --only-summary   leave out the row of each file

            Looked at are *.bpmn, *.bpmn2, *.bpmn20.xml, and *.xml that is BPMN. Files with the same bytes count once.
            The exit code is 0 when every file was imported or refused, 1 when one failed, 2 when nothing could be done.
            """;

    /** A command line that can not be understood; the message says why. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    static Options of(List<String> arguments) throws Wrong {
        Deque<String> left = new ArrayDeque<>(arguments);
        Path place = null;
        Path csv = null;
        boolean onlySummary = false;
        while (!left.isEmpty()) {
            String argument = left.remove();
            if (argument.equals("--only-summary")) {
                onlySummary = true;
            } else if (argument.equals("--csv")) {
                csv = path(file(left.poll()));
            } else if (argument.startsWith("--csv=")) {
                csv = path(file(argument.substring("--csv=".length())));
            } else if (argument.startsWith("-") || place != null) {
                throw new Wrong("import-report does not know " + argument + ".");
            } else {
                place = existing(argument);
            }
        }
        if (place == null) {
            throw new Wrong("import-report needs a folder.");
        }
        return new Options(place, csv, onlySummary);
    }

    private static String file(@Nullable String argument) throws Wrong {
        if (argument == null || argument.isEmpty()) {
            throw new Wrong("--csv needs the name of a file.");
        }
        return argument;
    }

    private static Path existing(String argument) throws Wrong {
        Path place = path(argument);
        if (!Files.exists(place)) {
            throw new Wrong("There is no folder " + argument + ".");
        }
        return place;
    }

    private static Path path(String argument) throws Wrong {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new Wrong("No file can be called " + argument + " here: " + e.getReason() + ".");
        }
    }
}
