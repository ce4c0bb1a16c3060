package io.processflow.bpmn.report;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files under a folder, in the order of their names.
 *
 * @param candidates whose name may be that of a BPMN file
 * @param others how many files have another name
 * @param unreadable folders and files that can not be looked into
 */
record FoundFiles(List<Path> candidates, int others, List<Path> unreadable) {

    private static final List<String> ENDINGS = List.of(".bpmn", ".bpmn2", ".xml");

    /** @param place a folder, or a single file whatever it is called */
    static FoundFiles under(Path place) throws IOException {
        Walk walk = new Walk(place);
        Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        walk.candidates.sort(Comparator.naturalOrder());
        return new FoundFiles(walk.candidates, walk.others, walk.unreadable);
    }

    /** Files that end in {@code .xml} may be anything; of these only BPMN is looked at. */
    static boolean mayBeAnything(Path file) {
        return name(file).endsWith(".xml") && !name(file).endsWith(".bpmn20.xml");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path place;
        private final List<Path> candidates = new ArrayList<>();
        private final List<Path> unreadable = new ArrayList<>();
        private int others;

        Walk(Path place) {
            this.place = place;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A pipe or a device would never end.
            boolean named = file.equals(place) || ENDINGS.stream().anyMatch(name(file)::endsWith);
            if (attributes.isRegularFile() && named) {
                candidates.add(file);
            } else {
                others++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            // A link into a folder above leads to nothing that is not visited anyway.
            if (!(why instanceof FileSystemLoopException)) {
                unreadable.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            if (why != null) {
                unreadable.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
