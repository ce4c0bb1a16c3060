package io.processflow.bpmn.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table as comma-separated values (RFC 4180), for other programs. */
final class CsvFile {

    private CsvFile() {}

    static void write(Path to, Report report) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            line(
                    out,
                    List.of("file", "same_as", "result", "processes", "behaviour", "milliseconds", "codes", "reason"));
            for (FileResult file : report.files()) {
                line(out, row(file, file.file(), ""));
                for (String copy : report.copies().getOrDefault(file.file(), List.of())) {
                    line(out, row(file, copy, file.file()));
                }
            }
        }
    }

    private static List<String> row(FileResult file, String name, String sameAs) {
        return List.of(
                name,
                sameAs,
                file.result().words(),
                String.valueOf(file.processCount()),
                Table.behaviour(file),
                String.format(Locale.ROOT, "%.3f", file.milliseconds()),
                new TreeMap<>(file.codes())
                        .entrySet().stream()
                                .map(code -> code.getKey() + "=" + code.getValue())
                                .collect(Collectors.joining(" ")),
                file.reason());
    }

    private static void line(BufferedWriter out, List<String> fields) throws IOException {
        out.write(fields.stream().map(CsvFile::field).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String field(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
