package io.processflow.server.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what a killed server left running: its PostgreSQL outlives it and would keep the folder from the next one. */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final int PATIENCE_SECONDS = 60;

    private Leftover() {}

    /** Only to be called with the folder's lock in hand: nobody else of ours can then be using it. */
    static void end(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> process = running(pidFile);
        if (process.isEmpty()) {
            return;
        }
        Optional<String> command = process.get().info().commandLine();
        if (command.isEmpty()) {
            return;
        }
        if (command.get().contains(cluster.toString())) {
            LOG.info(
                    "Ending PostgreSQL {}, which a killed server left running.",
                    process.get().pid());
            stop(process.get());
        } else {
            // After a restart of the machine or container the number belongs to somebody else; PostgreSQL would give
            // up.
            Files.delete(pidFile);
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stillThere(process, interrupted);
        } catch (ExecutionException | TimeoutException stillRunning) {
            throw stillThere(process, stillRunning);
        }
    }

    private static CannotStart stillThere(ProcessHandle process, Exception cause) {
        return new CannotStart(
                "PostgreSQL with process number " + process.pid()
                        + ", left running by a killed server, did not end within " + PATIENCE_SECONDS + " seconds.",
                "End that process, then start again.",
                cause);
    }
}
