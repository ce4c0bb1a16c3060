package io.processflow.bpmn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints about a small folder, and how it ends. */
class ImportReportTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(options));
        return runWith(arguments);
    }

    private int runWith(List<String> arguments) {
        out.reset();
        return ImportReport.run(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Of a row its result, its number of processes and its behaviour, with single spaces. */
    private String row(String file) {
        return lines().stream()
                .filter(line -> line.matches("\\S.* " + Pattern.quote(file) + "(: .*)?"))
                .map(line -> line.replaceFirst("\\s+[0-9.]*\\s+" + Pattern.quote(file) + ".*", "")
                        .replaceAll(" +", " "))
                .findFirst()
                .orElse("no row for " + file);
    }

    private String reason(String file) {
        return lines().stream()
                .filter(line -> line.contains(" " + file + ": "))
                .map(line -> line.substring(line.indexOf(file) + file.length() + 2))
                .findFirst()
                .orElse("");
    }

    private String entry(String name) {
        return lines().stream()
                .filter(line -> line.matches(" +\\S+( %| ms)?  " + Pattern.quote(name) + "(  .*)?"))
                .map(line -> line.strip().replaceAll(" +", " "))
                .findFirst()
                .orElse("no entry " + name);
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static String process(String body) {
        return "<definitions xmlns=\"" + BPMN + "\"><process id=\"p\">" + body + "</process></definitions>";
    }

    /** A start, what is given between, an end; the flows in pairs of ids. */
    private static String drawn(String nodes, String... flows) {
        StringBuilder body = new StringBuilder("<startEvent id=\"s\" name=\"Start\"/>" + nodes);
        for (int i = 0; i < flows.length; i += 2) {
            body.append("<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                    .formatted(i, flows[i], flows[i + 1]));
        }
        return process(body.append("<endEvent id=\"e\" name=\"End\"/>").toString());
    }

    private static String exact() {
        return drawn("<userTask id=\"a\" name=\"Ask\"/>", "s", "a", "a", "e");
    }

    @BeforeEach
    void someFiles() throws IOException {
        write("a-exact.bpmn", exact());
        write("b-by-rules.bpmn20.xml", drawn("<task id=\"a\" name=\"Ask\"/>", "s", "a", "a", "e"));
        write("deep/er/c-stand-in.BPMN", drawn("<receiveTask id=\"a\" name=\"Answer\"/>", "s", "a", "a", "e"));
        write("d-draft.bpmn2", drawn("<complexGateway id=\"g\"/><userTask id=\"a\"/>", "s", "g", "g", "a", "a", "e"));
        write("readme.txt", "not looked at");
    }

    @Test
    void tellsTheResultOfEachFile() {
        assertThat(run()).isZero();
        assertThat(row("a-exact.bpmn")).isEqualTo("exactly 1 sound");
        assertThat(row("b-by-rules.bpmn20.xml")).isEqualTo("by rules 1 sound");
        assertThat(row("deep/er/c-stand-in.BPMN")).isEqualTo("with stand-ins 1 sound");
        assertThat(row("d-draft.bpmn2")).isEqualTo("draft only 1 -");
        assertThat(reason("d-draft.bpmn2")).isEqualTo("unsupported-element: complex gateways are not known here (g)");
    }

    @Test
    void refusesWhatIsNoModelWithItsReasonAndGoesOn() throws IOException {
        write("bytes.bpmn", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 7});
        write("empty.bpmn", "");
        write("cut-off.bpmn", exact().substring(0, 80));
        write("entity.bpmn", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + exact());
        write("deep.bpmn", "<a>".repeat(300) + "</a>".repeat(300));
        write("large.bpmn", "<!--" + "x".repeat(9 * 1024 * 1024) + "-->" + exact());
        write("twice.bpmn", process("<task id=\"a\"/><task id=\"a\"/>"));
        write("dangling.bpmn", process("<task id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>"));
        write(
                "circle.bpmn",
                drawn("<exclusiveGateway id=\"g\"/><exclusiveGateway id=\"h\"/>", "s", "g", "g", "h", "h", "g"));
        write("nothing.bpmn", process(""));
        write("other.bpmn", "<html/>");
        assertThat(run()).isZero();
        Stream.of("bytes", "empty", "cut-off")
                .forEach(name -> assertThat(reason(name + ".bpmn")).as(name).startsWith("not-well-formed: "));
        assertThat(reason("entity.bpmn")).startsWith("doctype: ");
        assertThat(reason("deep.bpmn")).startsWith("too-deep: ");
        assertThat(reason("large.bpmn")).startsWith("too-large: ");
        assertThat(reason("twice.bpmn")).startsWith("duplicate-id: ");
        assertThat(reason("dangling.bpmn")).startsWith("dangling-reference: ");
        assertThat(reason("circle.bpmn")).startsWith("gateway-cycle: ");
        assertThat(reason("nothing.bpmn")).startsWith("no-flow-node: ");
        assertThat(reason("other.bpmn")).startsWith("not-bpmn: ");
        assertThat(row("other.bpmn")).isEqualTo("refused - -");
        assertThat(row("a-exact.bpmn")).isEqualTo("exactly 1 sound");
    }

    @Test
    void tellsTheKindOfFault() throws IOException {
        String split = "<parallelGateway id=\"g\"/><userTask id=\"a\"/><userTask id=\"b\"/>";
        write(
                "runs-twice.bpmn",
                drawn(split + "<userTask id=\"c\"/>", "s", "g", "g", "a", "g", "b", "a", "c", "b", "c", "c", "e"));
        write(
                "deadlock.bpmn",
                drawn(
                        split.replace("parallel", "exclusive") + "<parallelGateway id=\"j\"/>",
                        "s",
                        "g",
                        "g",
                        "a",
                        "g",
                        "b",
                        "a",
                        "j",
                        "b",
                        "j",
                        "j",
                        "e"));
        assertThat(run()).isZero();
        assertThat(row("runs-twice.bpmn")).isEqualTo("exactly 1 runs twice");
        assertThat(row("deadlock.bpmn")).startsWith("by rules 1 deadlock");
        assertThat(entry("deadlock")).startsWith("1 deadlock");
    }

    @Test
    void sharesAreOfDistinctWellFormedFiles() throws IOException {
        write("no.bpmn", "<no");
        write("x/copy.bpmn", exact());
        assertThat(run()).isZero();
        assertThat(lines())
                .anyMatch(line -> line.startsWith("5 BPMN files, without 1 copies "))
                .anyMatch(line -> line.endsWith("x/copy.bpmn: has the same bytes as a-exact.bpmn"));
        assertThat(entry("exactly")).isEqualTo("1 exactly 25.0 %");
        assertThat(entry("refused")).isEqualTo("0 refused 0.0 %");
        assertThat(entry("refused, not well-formed")).startsWith("1 ");
        assertThat(entry("without stand-ins")).isEqualTo("50.0 % without stand-ins at least 30 %");
        assertThat(entry("can be published")).isEqualTo("75.0 % can be published at least 75 %");
        assertThat(entry("imported or refused with a reason")).startsWith("100.0 %");
    }

    @Test
    void countsCodesByTheFilesTheyOccurIn() throws IOException {
        write("tasks.bpmn", drawn("<task id=\"a\"/><task id=\"b\"/>", "s", "a", "a", "b", "b", "e"));
        assertThat(run()).isZero();
        assertThat(entry("N-task")).isEqualTo("2 N-task");
        assertThat(lines()).anyMatch(line -> line.matches(" +1  unsupported-element: .+"));
    }

    @Test
    void tellsWhichOnlyWaitForTheirServers() throws IOException {
        write("service.bpmn", drawn("<serviceTask id=\"a\" name=\"Add up\"/>", "s", "a", "a", "e"));
        assertThat(run()).isZero();
        assertThat(entry("with stand-ins")).isEqualTo("2 with stand-ins 40.0 %");
        assertThat(entry("… only until bound to a server")).startsWith("1 ").endsWith(" 20.0 %");
        assertThat(entry("without stand-ins")).startsWith("40.0 % ");
        assertThat(entry("without, once services are bound")).startsWith("60.0 % ");
    }

    @Test
    void ofXmlFilesOnlyThoseThatAreBpmnCount() throws IOException {
        write("pom.xml", "<project/>");
        write("utf16.xml", exact().getBytes(StandardCharsets.UTF_16));
        assertThat(run()).isZero();
        assertThat(row("utf16.xml")).isEqualTo("exactly 1 sound");
        assertThat(lines()).anyMatch(line -> line.endsWith(" and 2 files that are no BPMN."));
    }

    @Test
    void aFileThatCanNotBeReadEndsItWithOneAndLeavesTheOthersAlone() throws IOException {
        Path nobodyReads = Path.of("/proc/self/mem");
        assumeThat(nobodyReads).as("a file whose bytes no one gets").exists();
        Files.createSymbolicLink(folder.resolve("lost.bpmn"), nobodyReads);
        assertThat(run()).isEqualTo(1);
        assertThat(row("lost.bpmn")).isEqualTo("exception - -");
        assertThat(row("a-exact.bpmn")).isEqualTo("exactly 1 sound");
        assertThat(entry("imported or refused with a reason"))
                .startsWith("80.0 %")
                .endsWith("MISSED");
    }

    @Test
    void aBugIsToldOfItsFile() {
        FileResult result = FileImport.of("broken.bpmn", null);
        assertThat(result.result()).isEqualTo(Result.EXCEPTION);
        assertThat(result.reason()).contains("NullPointerException").contains("io.processflow.bpmn.XmlText");
    }

    @Test
    void readsASingleFile() {
        Path file = folder.resolve("a-exact.bpmn");
        assertThat(runWith(List.of(file.toString()))).isZero();
        assertThat(row("a-exact.bpmn")).isEqualTo("exactly 1 sound");
    }

    @Test
    void aFolderAboveThatALinkLeadsToIsVisitedOnce() throws IOException {
        Files.createSymbolicLink(folder.resolve("deep/up"), folder);
        assertThat(run()).isZero();
        assertThat(lines()).anyMatch(line -> line.startsWith("4 BPMN files, without 0 copies"));
    }

    @Test
    void anEmptyFolderHasNothingToTell() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(runWith(List.of(empty.toString()))).isZero();
        assertThat(lines()).last().asString().startsWith("0 BPMN files");
    }

    @Test
    void onlyTheSummaryWhenAskedTo() {
        assertThat(run("--only-summary")).isZero();
        assertThat(lines().getFirst()).startsWith("4 BPMN files");
        assertThat(row("a-exact.bpmn")).startsWith("no row");
    }

    @Test
    void writesTheTableForOtherPrograms() throws IOException {
        write("a \"b\",c.bpmn", process("<task id=\"a\"/><task id=\"a\"/>"));
        write("z.bpmn", exact());
        Path csv = folder.resolve("report.csv");
        assertThat(run("--csv", csv.toString())).isZero();
        String text = Files.readString(csv);
        assertThat(text.lines().findFirst())
                .contains("file,same_as,result,processes,behaviour,milliseconds,codes,reason");
        assertThat(text)
                .containsPattern("\r\na-exact.bpmn,,exactly,1,sound,[0-9.]+,,\r\nz.bpmn,a-exact.bpmn,exactly,1,sound,")
                .containsPattern("\r\n\"a \"\"b\"\",c.bpmn\",,refused,0,-,[0-9.]+,duplicate-id=1,duplicate-id: ")
                .containsPattern("\r\nb-by-rules.bpmn20.xml,,by rules,1,sound,[0-9.]+,N-task=1,\r\n");
    }

    @Test
    void aFileNameCanNotSteerTheTerminal() throws IOException {
        write("red\u001b[31m.bpmn", exact() + "<!-- another -->");
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("\u001b")
                .contains("red [31m.bpmn");
    }

    @Test
    void whatCanNotBeUnderstoodEndsWithTwoAndTheUsage() {
        assertThat(runWith(List.of())).isEqualTo(2);
        assertThat(runWith(List.of(folder.resolve("nowhere").toString()))).isEqualTo(2);
        assertThat(runWith(List.of("a\0b"))).isEqualTo(2);
        assertThat(run("--csv")).isEqualTo(2);
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(run("another")).isEqualTo(2);
        assertThat(run("--csv", folder.resolve("no/such/folder.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString(Charset.defaultCharset()))
                .contains("import-report needs a folder.")
                .contains("There is no folder ")
                .contains("No file can be called ")
                .contains("import-report does not know --fast.")
                .contains("usage: ./processflow import-report FOLDER");
        assertThat(out.size()).isZero();
    }

    @Test
    void explainsItself() {
        assertThat(runWith(List.of("--help"))).isZero();
        assertThat(lines().getFirst()).startsWith("usage: ./processflow import-report");
    }
}
