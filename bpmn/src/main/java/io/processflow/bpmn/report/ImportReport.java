package io.processflow.bpmn.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code ./processflow import-report}: imports every file under a folder as the server would and prints what
 * became of each, then shares and times of all. Nothing is stored; no server or database is needed.
 */
public final class ImportReport {

    private static final int ALL_ANSWERED = 0;
    private static final int EXCEPTIONS = 1;
    private static final int NOTHING_DONE = 2;

    private static final int FILES_TO_WARM_UP = 20;
    private static final int ROUNDS_TO_WARM_UP = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Options options;
    private final PrintStream out;
    private final List<FileResult> files = new ArrayList<>();
    private final Map<String, List<String>> copies = new HashMap<>();
    private final Map<String, String> firstWithBytes = new HashMap<>();
    private int others;

    private ImportReport(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Ends the JVM with 0 when every file was answered, 1 when one failed, 2 when nothing could be done. */
    public static void main(String[] arguments) {
        System.exit(run(
                List.of(arguments),
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.contains("--help") || arguments.contains("-h")) {
                out.print(Options.USAGE);
                return ALL_ANSWERED;
            }
            Report report = new ImportReport(Options.of(arguments), out).report();
            return report.hasExceptions() ? EXCEPTIONS : ALL_ANSWERED;
        } catch (Options.Wrong wrong) {
            err.println(wrong.getMessage());
            err.print(Options.USAGE);
            return NOTHING_DONE;
        } catch (IOException e) {
            err.println("Expected to read and write files, but got " + e);
            return NOTHING_DONE;
        } finally {
            out.flush();
        }
    }

    private Report report() throws IOException {
        if (options.csv() != null) {
            // A place nobody can write to is told before the work, not after it.
            Files.writeString(options.csv(), "");
        }
        FoundFiles found = FoundFiles.under(options.place());
        others = found.others();
        if (!options.onlySummary()) {
            out.println(Table.head());
        }
        warmUp(found.candidates());
        importAll(found.candidates());
        for (Path place : found.unreadable()) {
            IOException why = new IOException("expected to look into it, but could not");
            tell(new Looked(name(place), "", FileImport.failed(name(place), why)));
        }
        Report report = new Report(files, copies, others);
        if (!options.onlySummary()) {
            out.println();
        }
        out.print(Summary.of(report));
        if (options.csv() != null) {
            CsvFile.write(options.csv(), report);
        }
        return report;
    }

    /** So that the times are those of a server that has been running for a while, not of a program just started. */
    private void warmUp(List<Path> candidates) {
        List<Path> some = candidates.subList(0, Math.min(candidates.size(), FILES_TO_WARM_UP));
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
            for (Path file : some) {
                if (System.nanoTime() - began < WARM_UP.toNanos()) {
                    look(file);
                }
            }
        }
    }

    /** In as many threads as there are cores; told in the order of the files' names. */
    private void importAll(List<Path> candidates) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Looked>> looked = candidates.stream()
                    .map(file -> workers.submit(() -> look(file)))
                    .toList();
            for (Future<Looked> one : looked) {
                tell(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected every exception to be caught where its file is known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before all files were imported", e);
        }
    }

    /**
     * A file that was looked at.
     *
     * @param fingerprint the same for files of the same bytes; empty when they could not be read
     * @param result null when it is no BPMN
     */
    private record Looked(
            String name, String fingerprint, @Nullable FileResult result) {}

    private Looked look(Path file) {
        String name = name(file);
        try {
            Content content = Content.of(file);
            boolean bpmn = content.namesBpmn() || !FoundFiles.mayBeAnything(file);
            return new Looked(name, content.fingerprint(), bpmn ? FileImport.of(name, content.bytes()) : null);
        } catch (IOException e) {
            return new Looked(name, "", FileImport.failed(name, e));
        }
    }

    private void tell(Looked file) {
        if (file.result() == null) {
            others++;
            return;
        }
        String first =
                file.fingerprint().isEmpty() ? null : firstWithBytes.putIfAbsent(file.fingerprint(), file.name());
        if (first != null) {
            copies.computeIfAbsent(first, known -> new ArrayList<>()).add(file.name());
        } else {
            files.add(file.result());
        }
        if (!options.onlySummary()) {
            out.println(first == null ? Table.row(file.result()) : Table.copy(file.name(), first));
        }
    }

    /** From the folder the report is about. */
    private String name(Path file) {
        Path relative = options.place().relativize(file);
        return relative.toString().isEmpty() ? String.valueOf(file.getFileName()) : relative.toString();
    }
}
