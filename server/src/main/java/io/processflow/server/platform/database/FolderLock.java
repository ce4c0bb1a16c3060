package io.processflow.server.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second server away from a data folder; the operating system lets go of it however this process ends. */
final class FolderLock implements AutoCloseable {

    /** A channel that nothing else refers to would be closed by the garbage collector, and the lock with it. */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private final Path file;

    private FolderLock(Path file) {
        this.file = file;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CannotStart(
                    "Another server already uses the data folder " + folder + ".",
                    "Stop the other server, or give this one a folder of its own: PROCESSFLOW_DATA=<folder>.",
                    null);
        }
        HELD.put(file, channel);
        return new FolderLock(file);
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = HELD.remove(file);
        if (channel != null) {
            channel.close();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
