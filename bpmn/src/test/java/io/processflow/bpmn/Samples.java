package io.processflow.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Diagrams drawn by others, kept beside the checkout, never in it. */
public final class Samples {

    public static final List<String> NAMES = List.of(
            "credit-scoring-asynchronous.bpmn",
            "credit-scoring-synchronous.bpmn",
            "dispatch-of-goods.bpmn",
            "recourse.bpmn",
            "self-service-restaurant.bpmn",
            "reference/A.1.0.bpmn",
            "reference/A.2.0.bpmn",
            "reference/A.2.1.bpmn",
            "reference/A.3.0.bpmn",
            "reference/A.4.0.bpmn",
            "reference/C.1.0.bpmn",
            "reference/C.3.0.bpmn",
            "reference/C.8.0.bpmn");

    private Samples() {}

    /** The file's content; a test that wants one that is not there is skipped and says so. */
    public static byte[] read(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no sample diagram " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path samples = at.resolve("shared").resolve("samples");
            if (Files.isDirectory(samples)) {
                return samples;
            }
        }
        return Path.of("shared", "samples");
    }
}
