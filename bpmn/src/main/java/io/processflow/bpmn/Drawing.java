package io.processflow.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is drawn in a BPMN file, as far as it concerns the process; nothing of the file itself is lost, see xml. */
public final class Drawing {

    private final Content content;
    private final XmlDocument document;
    private final String xml;

    /** What {@link DrawingReader} found. */
    record Content(
            @Nullable String name,
            List<DrawnProcess> processes,
            List<DrawnPool> pools,
            List<DrawnGroup> groups,
            List<DrawnNote> notes,
            Map<String, Shape> shapes,
            List<Finding> findings) {}

    Drawing(Content content, XmlDocument document, String xml) {
        this.content = content;
        this.document = document;
        this.xml = xml;
    }

    /** In the order of the file. */
    public List<DrawnProcess> processes() {
        return content.processes();
    }

    /** Bounds by the id of the element drawn there; empty when the file says nothing about the layout. */
    public Map<String, Shape> shapes() {
        return content.shapes();
    }

    /**
     * The file as a text. Its declaration, if it has one, says UTF-8, whatever the file was written in; otherwise it is
     * the file's text, character by character, unless ids had to be made.
     */
    public String xml() {
        return xml;
    }

    /** The name of the file's definitions, if it has one. */
    @Nullable
    String name() {
        return content.name();
    }

    List<DrawnPool> pools() {
        return content.pools();
    }

    List<DrawnGroup> groups() {
        return content.groups();
    }

    List<DrawnNote> notes() {
        return content.notes();
    }

    /** What was found while reading. */
    List<Finding> findings() {
        return content.findings();
    }

    XmlDocument document() {
        return document;
    }

    XmlElement root() {
        return document.root();
    }

    Optional<DrawnPool> poolOf(String processId) {
        return pools().stream().filter(pool -> processId.equals(pool.process())).findFirst();
    }
}
