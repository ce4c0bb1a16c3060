package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each diagram in {@code rules} is named for the rule it shows; beside it stands what it compiles to: the elements, the
 * findings, the roles it proposes and the inputs it needs.
 */
class RulesTest {

    private static final CompileContext TEAM =
            Team.withRoles("Clerk", "Boss").offering(7, true).offering(8, false, "endpoint.url");

    static Stream<String> rules() {
        try (Stream<Path> files =
                Files.list(Path.of(RulesTest.class.getResource("rules").toURI()))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Compilation compiled) {
        Stream<String> findings = compiled.findings().stream()
                .map(finding -> finding.severity().text() + " " + finding.code() + " "
                        + (finding.elementId() == null ? "-" : finding.elementId()) + ": " + finding.message());
        return Stream.of(
                        GraphText.of(compiled.elements()).stream(),
                        Stream.of("---"),
                        findings,
                        Stream.of("---", "proposed " + compiled.proposedRoles() + ", inputs " + compiled.inputs()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void compilesToWhatStandsBesideIt(String rule) {
        Compilation compiled = Diagrams.compile("rules/" + rule + ".bpmn", TEAM);
        String expected = new String(Diagrams.bytes("rules/" + rule + ".txt"), StandardCharsets.UTF_8);
        assertThat(text(compiled)).isEqualTo(expected);
        assertThat(GraphBuilder.build(compiled.elements())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isWrittenAsItWasRead(String rule) {
        Drawing drawing = Diagrams.drawing("rules/" + rule + ".bpmn");
        Drawing again = BpmnReader.readDraft(XmlWriter.write(drawing.document()).getBytes(StandardCharsets.UTF_8));
        assertThat(XmlWriter.write(again.document())).isEqualTo(XmlWriter.write(drawing.document()));
        assertThat(BpmnCompiler.compile(again, TEAM).elements())
                .isEqualTo(BpmnCompiler.compile(drawing, TEAM).elements());
    }

    @Test
    void everyCodeIsShownByADiagramOrATest() {
        Set<String> shown = new TreeSet<>(
                rules().flatMap(rule -> Diagrams.compile("rules/" + rule + ".bpmn", TEAM).findings().stream())
                        .map(Finding::code)
                        .toList());
        Set<String> elsewhere = Set.of(
                "N-several-processes",
                "duplicate-id",
                "id-too-long",
                "flow-across",
                "several-processes",
                "no-process",
                "no-start",
                "flow-at-event");
        assertThat(Stream.of(FindingCode.values()).map(FindingCode::code))
                .filteredOn(code -> !elsewhere.contains(code))
                .allMatch(shown::contains, "has a diagram");
    }

    @Test
    void codesAndArgumentsAreStable() {
        List<String> codes =
                Stream.of(FindingCode.values()).map(FindingCode::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Za-z]+(-[a-z]+)*"));
    }
}
