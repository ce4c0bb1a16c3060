package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessDraftsTest {

    private static List<ProcessDraft> split(byte[] xml) {
        return ProcessDrafts.split(xml, BpmnReader.readImport(xml), "file name");
    }

    @Test
    void eachProcessKeepsItsPoolAndTheOthersAreClosed() {
        byte[] file = Diagrams.bytes("two-pools.bpmn");
        List<ProcessDraft> drafts = split(file);
        assertThat(drafts).extracting(ProcessDraft::name).containsExactly("Customer", "Shop");
        assertThat(drafts).extracting(ProcessDraft::processId).containsExactly("customer", "shop");

        Drawing customer = BpmnReader.readImport(drafts.getFirst().bytes());
        assertThat(customer.processes()).extracting(DrawnProcess::id).containsExactly("customer");
        assertThat(customer.pools())
                .extracting(pool -> pool.id() + " " + pool.process())
                .containsExactly("pool1 customer", "pool2 null", "pool3 null");
        assertThat(customer.notes())
                .filteredOn(note -> note.kind().equals("messageFlow"))
                .extracting(note -> note.id() + " " + note.from() + " " + note.to())
                .containsExactly("m1 order pool2", "m2 pool2 pool1", "m3 pool2 pool3");
        assertThat(customer.shapes())
                .containsKeys("pool1", "pool2", "pool3", "order")
                .doesNotContainKey("pack");
        assertThat(customer.shapes().get("order")).isEqualTo(new Shape(200, 100, 100, 80));
        assertThat(drafts.getFirst().xml())
                .contains("<!-- by hand -->", "other:colour=\"red\"", "m1_di")
                .doesNotContain("f2_di", "shopNote", "toShopNote");
        assertThat(drafts.getFirst().findings()).extracting(Finding::code).containsExactly("N-several-processes");

        Drawing shop = BpmnReader.readImport(drafts.get(1).bytes());
        assertThat(shop.notes()).extracting(DrawnNote::id).contains("shopNote", "m1", "m2", "m3");
        assertThat(shop.shapes()).containsKeys("pack", "lane");
        Compilation compiled = BpmnCompiler.compile(shop, Team.withRoles("packer"));
        assertThat(compiled.hasErrors()).isFalse();
    }

    @Test
    void aSingleProcessKeepsTheFileAsItCame() {
        byte[] file = Diagrams.bytes("rules/n-merge.bpmn");
        ProcessDraft draft = split(file).getFirst();
        assertThat(draft.bytes()).isEqualTo(file);
        assertThat(draft.name()).isEqualTo("file name");
        assertThat(ProcessDrafts.split(file, BpmnReader.readImport(file), null))
                .extracting(ProcessDraft::name)
                .containsExactly("process");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-8"})
    void anyEncodingIsKeptAsUtf8(String encoding) {
        String text = "<?xml version=\"1.0\" encoding='" + encoding
                + "'?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" name=\"Ärger\"><process id=\"p\"><task id=\"ü\"/></process></definitions>";
        ProcessDraft draft = split(text.getBytes(Charset.forName(encoding))).getFirst();
        assertThat(draft.name()).isEqualTo("Ärger");
        assertThat(draft.xml()).contains("id=\"ü\"").matches("(?s)<\\?xml version=\"1.0\" encoding=[\"']UTF-8[\"'].*");
        assertThat(BpmnReader.readDraft(draft.bytes()).xml()).isEqualTo(draft.xml());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        String text = new String(Diagrams.bytes("rules/n-merge.bpmn"), StandardCharsets.UTF_8);
        ProcessDraft draft =
                split(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).getFirst();
        assertThat(draft.xml()).isEqualTo(text);
    }

    @Test
    void missingIdsAreMadeOnceAndKept() {
        ProcessDraft draft = split(Diagrams.bytes("rules/n-missing-id.bpmn")).getFirst();
        assertThat(draft.xml()).contains("id=\"task_1\"");
        assertThat(draft.findings()).extracting(Finding::code).containsOnly("N-missing-id");
        Drawing again = BpmnReader.readDraft(draft.bytes());
        assertThat(again.findings()).isEmpty();
        assertThat(again.xml()).isEqualTo(draft.xml());
    }

    @Test
    void aDefaultRoleIsWrittenIntoTheProcess() {
        byte[] file = Diagrams.bytes("two-pools.bpmn");
        ProcessDraft draft = split(file).getFirst().withDefaultRole(42);
        Drawing drawing = BpmnReader.readDraft(draft.bytes());
        assertThat(drawing.processes().getFirst().data().text("assignedRole")).isEqualTo("42");
        ProcessDraft changed = draft.withDefaultRole(43);
        assertThat(changed.xml()).contains("\"43\"").doesNotContain("\"42\"");
        assertThat(changed.xml()).hasSameSizeAs(draft.xml());
    }
}
