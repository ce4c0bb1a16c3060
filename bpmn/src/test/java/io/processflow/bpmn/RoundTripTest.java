package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn is never lost: whatever is read is written again, in its order. */
class RoundTripTest {

    private static final String EVERYTHING = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <!-- drawn by hand -->
            <?show it?>
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:other" x:colour="red">
              <b:process id="p">
                <b:documentation textFormat="text/html"><![CDATA[<b>1 < 2 && "so" ]]]]><![CDATA[> on</b>]]></b:documentation>
                <b:extensionElements><x:note about="&lt;a&gt;&#10;&quot;b&quot;">a &lt; b<x:inner/><!-- in --> c</x:note></b:extensionElements>
                <b:task id="t" name="Ärger &amp; Ω 🙂" x:size="3"/>
                <?keep this="too"?>
                <b:textAnnotation id="n"><b:text>note</b:text></b:textAnnotation>
                <b:association id="a" sourceRef="t" targetRef="n"/>
              </b:process>
            </b:definitions>
            <!-- the end -->
            """;

    static Stream<String> samples() {
        return Samples.NAMES.stream();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String written(String xml) {
        return XmlWriter.write(BpmnReader.readDraft(bytes(xml)).document());
    }

    @Test
    void everythingIsWrittenAsItStood() {
        assertThat(written(EVERYTHING)).isEqualTo(EVERYTHING);
    }

    @Test
    void aDraftIsTheTextOfItsFile() {
        assertThat(BpmnReader.readDraft(bytes(EVERYTHING)).xml()).isEqualTo(EVERYTHING);
    }

    @Test
    void aDefaultRoleAddsItsElementAndNothingElse() {
        ProcessDraft draft = ProcessDrafts.split(bytes(EVERYTHING), BpmnReader.readImport(bytes(EVERYTHING)), null)
                .getFirst()
                .withDefaultRole(7);
        assertThat(draft.xml()
                        .replace(
                                "<processflow:data xmlns:processflow=\"urn:processflow:bpmn:1.0\">{\"assignedRole\":\"7\"}</processflow:data>",
                                ""))
                .isEqualTo(EVERYTHING);
    }

    @Test
    void whatEndsAnUnparsedTextStaysText() {
        XmlElement root = BpmnReader.readDraft(bytes(EVERYTHING)).root();
        String text = root.children()
                .findFirst()
                .orElseThrow()
                .children("documentation")
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(text).isEqualTo("<b>1 < 2 && \"so\" ]]> on</b>");
    }

    @Test
    void longTextsArriveWhole() {
        String text = "0123456789&amp;\n".repeat(20_000);
        String xml = EVERYTHING
                .replace("<b:text>note", "<b:text>" + text)
                .replace("&& \"so\"", "&& " + "ab ".repeat(50_000));
        assertThat(written(xml)).isEqualTo(xml);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesKeepEveryElementInItsOrder(String name) {
        byte[] file = Samples.read(name);
        Drawing drawing = BpmnReader.readImport(file);
        String once = XmlWriter.write(drawing.document());
        Drawing again = BpmnReader.readDraft(bytes(once));
        assertThat(again.document().root())
                .usingRecursiveComparison()
                .ignoringFields("line")
                .ignoringFieldsMatchingRegexes(".*\\.line")
                .isEqualTo(drawing.document().root());
        assertThat(XmlWriter.write(again.document())).isEqualTo(once);
        assertThat(tags(once)).isEqualTo(tags(drawing.xml()));
        assertThat(drawing.shapes()).isEqualTo(again.shapes());
    }

    /** The names of all elements as they stand in the text, and how often each comment does. */
    private static List<String> tags(String xml) {
        return java.util.regex.Pattern.compile("<!--.*?-->|<[\\w:]+", java.util.regex.Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleOfOneProcessIsStoredByteForByte(String name) {
        byte[] file = Samples.read(name);
        Drawing drawing = BpmnReader.readImport(file);
        List<ProcessDraft> drafts = ProcessDrafts.split(file, drawing, null);
        if (drafts.size() == 1) {
            assertThat(drafts.getFirst().xml()).isEqualTo(drawing.xml());
        } else {
            assertThat(drafts)
                    .allSatisfy(draft -> assertThat(written(draft.xml())).isEqualTo(draft.xml()));
        }
    }
}
