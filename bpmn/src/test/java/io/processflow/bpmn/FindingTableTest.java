package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for users lists every code with its sentence; a new code needs its row there. */
class FindingTableTest {

    private static String row(FindingCode code) {
        String effect = switch (code.severity()) {
            case INFO -> "note";
            case WARNING -> "warning";
            case STAND_IN -> "stand-in";
            case ERROR -> "blocks";
        };
        String sentence = code.template().replaceAll("\\{([a-z]+)}", "*$1*");
        return "| `" + code.code() + "` | " + effect + " | " + sentence + " |";
    }

    private static List<String> page() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path page = at.resolve("docs/bpmn.md");
            if (Files.isRegularFile(page)) {
                return Files.readAllLines(page);
            }
        }
        throw new IllegalStateException(
                "expected docs/bpmn.md above " + Path.of("").toAbsolutePath());
    }

    @Test
    void thePageListsEveryCodeAsItIs() throws IOException {
        List<String> rows = page().stream()
                .filter(line -> line.matches("\\| `[A-Za-z-]+` \\| (note|warning|stand-in|blocks) \\|.*"))
                .toList();
        List<String> expected =
                Arrays.stream(FindingCode.values()).map(FindingTableTest::row).toList();
        assertThat(rows)
                .as("the table in docs/bpmn.md, which should be%n%s", String.join("\n", expected))
                .containsExactlyElementsOf(expected);
    }
}
