package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files nobody should read: refused as a whole, by drafts as by imports, without touching files or the network. */
class HostileInputTest {

    private static final String BODY =
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" name=\"%s\"><task id=\"t\"/>%s</process></definitions>";

    private static BpmnProblem refused(byte[] xml) {
        BpmnProblem draft = catchThrowableOfType(BpmnProblem.class, () -> BpmnReader.readDraft(xml));
        BpmnProblem imported = catchThrowableOfType(BpmnProblem.class, () -> BpmnReader.readImport(xml));
        assertThat(draft).isNotNull();
        assertThat(imported).isNotNull();
        assertThat(imported.code()).isEqualTo(draft.code());
        assertThat(draft.message()).isNotBlank();
        return draft;
    }

    private static BpmnProblem refused(String xml) {
        return refused(xml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions [<!ENTITY f SYSTEM \"%s\">]>",
                "<!DOCTYPE definitions SYSTEM \"%s\">",
                "<!DOCTYPE definitions [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>",
                "<!DOCTYPE definitions []>"
            })
    void documentTypesAreRefused(String type, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        BpmnProblem problem = refused(type.formatted(secret.toUri()) + BODY.formatted("&f;", ""));
        assertThat(problem.code()).isIn("doctype", "not-well-formed");
        assertThat(problem.message()).doesNotContain("top secret");
    }

    @Test
    void nothingIsFetched() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + canary.getLocalPort() + "/x";
            refused("<!DOCTYPE d SYSTEM \"" + url + "\">" + BODY.formatted("a", ""));
            refused("<!DOCTYPE d [<!ENTITY x SYSTEM \"" + url + "\">]>" + BODY.formatted("&x;", ""));
            BpmnReader.readImport(BODY.formatted(
                            "a",
                            "<documentation><include xmlns=\"http://www.w3.org/2001/XInclude\" href=\"" + url
                                    + "\"/></documentation>")
                    .getBytes(StandardCharsets.UTF_8));
            BpmnReader.readImport(("<?xml-stylesheet href=\"" + url + "\"?>"
                            + BODY.formatted(
                                    "a", "<import location=\"" + url + "\" importType=\"x\" namespace=\"x\"/>"))
                    .replace(
                            "<process",
                            "<process xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x "
                                    + url + "\"")
                    .getBytes(StandardCharsets.UTF_8));
            canary.setSoTimeout(50);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, canary::accept))
                    .isNotNull();
        }
    }

    @Test
    void entitiesThatGrowAreRefused() {
        StringBuilder type = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThat(refused(type + "]>" + BODY.formatted("&a29;", "")).code()).isIn("doctype", "not-well-formed");
        String large = "x".repeat(100_000);
        assertThat(refused("<!DOCTYPE d [<!ENTITY a \"" + large + "\">]>" + BODY.formatted("&a;".repeat(10_000), ""))
                        .code())
                .isIn("doctype", "not-well-formed");
    }

    @Test
    void nestingIsLimited() {
        String open = "<documentation>".repeat(10_000);
        BpmnProblem problem = refused(BODY.formatted("a", open + "</documentation>".repeat(10_000)));
        assertThat(problem.code()).isEqualTo("too-deep");
        assertThat(problem.line()).isEqualTo(1);
    }

    @Test
    void attributesAreLimited() {
        StringBuilder many = new StringBuilder("<task id=\"t2\"");
        for (int i = 0; i < 100_000; i++) {
            many.append(" a").append(i).append("=\"\"");
        }
        assertThat(refused(BODY.formatted("a", many.append("/>"))).code()).isEqualTo("too-large");
    }

    @Test
    void sizeIsLimited() {
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(refused(large).code()).isEqualTo("too-large");
        assertThat(refused(BODY.formatted("a", "<task/>".repeat(5_000))).code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "{}",
                "<a",
                "<a></b>",
                "<a>&nbsp;</a>",
                "<a/><b/>",
                "\u0000",
                "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"
            })
    void whatIsNoXmlIsRefused(String text) {
        assertThat(refused(text).code()).isEqualTo("not-well-formed");
    }

    @Test
    void manyEscapedCharactersAreNoAttack() {
        byte[] xml = BODY.formatted("a", "<documentation>" + "&amp;&lt;&#228;".repeat(200_000) + "</documentation>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(BpmnReader.readImport(xml).processes()).hasSize(1);
    }

    @Test
    void invalidBytesAreRefused() {
        byte[] xml = BODY.formatted("a?b", "").getBytes(StandardCharsets.UTF_8);
        xml[new String(xml, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        assertThat(refused(xml).code()).isEqualTo("not-well-formed");
    }

    @Test
    void aFileOfTheLargestKindIsReadInTime() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 2_499; i++) {
            steps.append("<task id=\"t%d\" name=\"%s\"/>".formatted(i, "x".repeat(100)));
            steps.append("<sequenceFlow id=\"f%d\" sourceRef=\"t%d\" targetRef=\"t%d\"/>".formatted(i, i, i));
        }
        byte[] xml = BODY.formatted("a", steps).getBytes(StandardCharsets.UTF_8);
        BpmnCompiler.compile(BpmnReader.readImport(xml), Team.withRoles());
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        BpmnReader.readImport(xml);
        // Ten times the budget, of the processor's time: the code is still cold.
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1_000_000)
                .isLessThan(2_000);
    }
}
