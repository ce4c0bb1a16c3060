package io.processflow.bpmn;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML from people we do not know: no document type, no entity, no access to files or the network, and limits on
 * size, depth and attributes. The only place of the module that makes an XML parser.
 */
final class XmlReader {

    private static final XMLInputFactory FACTORY = hardened();

    /** Begins the messages of the JDK's own limits. */
    private static final String JDK_LIMIT = "JAXP0001";

    private final XMLStreamReader stream;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<XmlPart> before = new ArrayList<>();
    private final List<XmlPart> after = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private boolean pendingIsUnparsed;
    private @Nullable XmlElement root;

    private XmlReader(XMLStreamReader stream) {
        this.stream = stream;
    }

    static XmlDocument read(String xml) {
        try {
            return new XmlReader(FACTORY.createXMLStreamReader(new StringReader(xml))).document();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // So that unparsed sections are told from other text.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Ours is the limit that is told; the JDK's stands behind it.
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * Limits.DEPTH));
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(Limits.ATTRIBUTES));
        // They count the predefined ones (&amp;) as well; others are never declared, because document types are
        // refused.
        for (String limit : List.of("totalEntitySizeLimit", "maxGeneralEntitySizeLimit", "entityReplacementLimit")) {
            factory.setProperty("jdk.xml." + limit, String.valueOf(Limits.BYTES));
        }
        factory.setXMLReporter((message, type, information, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("expected no reference to another file, but found " + systemId);
        });
        return factory;
    }

    private static BpmnProblem notWellFormed(XMLStreamException e) {
        Integer line = e.getLocation() == null || e.getLocation().getLineNumber() < 1
                ? null
                : e.getLocation().getLineNumber();
        if (String.valueOf(e.getMessage()).contains(JDK_LIMIT)) {
            return new BpmnProblem("too-large", "An element of the file is larger than any real one.", null, line);
        }
        String where = line == null ? "" : " (line " + line + ")";
        return new BpmnProblem(
                "not-well-formed",
                "This is no XML file that can be read" + where + ": it is damaged or incomplete.",
                null,
                line);
    }

    private XmlDocument document() throws XMLStreamException {
        Boolean standalone = stream.standaloneSet() ? stream.isStandalone() : null;
        while (stream.hasNext()) {
            switch (stream.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    flush();
                    open.pop();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text(stream.getText(), false);
                case XMLStreamConstants.CDATA -> text(stream.getText(), true);
                case XMLStreamConstants.COMMENT -> add(new XmlPart.Comment(stream.getText()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    add(new XmlPart.Instruction(
                            stream.getPITarget(), stream.getPIData() == null ? "" : stream.getPIData()));
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_DECLARATION,
                        XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BpmnProblem(
                            "doctype",
                            "The file declares a document type or entities. Such files are not read.",
                            null,
                            line());
                default -> {}
            }
        }
        if (root == null) {
            throw new BpmnProblem("not-well-formed", "This is no XML file: it has no content.", null, null);
        }
        return new XmlDocument(standalone, before, root, after);
    }

    private int line() {
        return stream.getLocation().getLineNumber();
    }

    private void start() {
        flush();
        if (open.size() >= Limits.DEPTH) {
            throw new BpmnProblem(
                    "too-deep", "The file is nested deeper than " + Limits.DEPTH + " levels.", null, line());
        }
        if (stream.getAttributeCount() > Limits.ATTRIBUTES) {
            throw new BpmnProblem(
                    "too-large", "An element has more than " + Limits.ATTRIBUTES + " attributes.", null, line());
        }
        XmlElement element = new XmlElement(
                orEmpty(stream.getPrefix()), orEmpty(stream.getNamespaceURI()), stream.getLocalName(), line());
        for (int i = 0; i < stream.getNamespaceCount(); i++) {
            element.declarations()
                    .add(new XmlElement.Declaration(
                            orEmpty(stream.getNamespacePrefix(i)), orEmpty(stream.getNamespaceURI(i))));
        }
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            element.attributes()
                    .add(new XmlElement.Attribute(
                            orEmpty(stream.getAttributePrefix(i)),
                            orEmpty(stream.getAttributeNamespace(i)),
                            stream.getAttributeLocalName(i),
                            stream.getAttributeValue(i)));
        }
        if (root == null) {
            root = element;
        } else {
            add(element);
        }
        open.push(element);
    }

    private void add(XmlPart part) {
        flush();
        XmlElement parent = open.peek();
        if (parent != null) {
            parent.parts().add(part);
        } else {
            (root == null ? before : after).add(part);
        }
    }

    /** The parser gives long texts in pieces. */
    private void text(String text, boolean unparsed) {
        if (unparsed != pendingIsUnparsed) {
            flush();
        }
        pending.append(text);
        pendingIsUnparsed = unparsed;
    }

    private void flush() {
        XmlElement parent = open.peek();
        if (parent != null && !pending.isEmpty()) {
            String text = pending.toString();
            parent.parts().add(pendingIsUnparsed ? new XmlPart.Unparsed(text) : new XmlPart.Text(text));
        }
        pending.setLength(0);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
