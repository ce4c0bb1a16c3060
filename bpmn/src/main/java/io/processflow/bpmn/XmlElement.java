package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An XML element as it was read, with all that is needed to write it again. */
final class XmlElement implements XmlPart {

    /** An attribute; {@code prefix} and {@code namespace} are empty for the usual one without a prefix. */
    record Attribute(String prefix, String namespace, String name, String value) {}

    /** A declared prefix; empty for the default namespace. */
    record Declaration(String prefix, String namespace) {}

    private final String prefix;
    private final String namespace;
    private final String name;
    private final int line;
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<XmlPart> parts = new ArrayList<>();

    XmlElement(String prefix, String namespace, String name, int line) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.name = name;
        this.line = line;
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return namespace;
    }

    /** The local name. */
    String name() {
        return name;
    }

    int line() {
        return line;
    }

    List<Declaration> declarations() {
        return declarations;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    List<XmlPart> parts() {
        return parts;
    }

    boolean isBpmn() {
        return Names.isBpmn(namespace);
    }

    boolean is(String bpmnName) {
        return name.equals(bpmnName) && isBpmn();
    }

    /** The value of an attribute without a prefix, stripped; null when it is absent or blank. */
    @Nullable
    String attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(attributeName) && attribute.prefix().isEmpty()) {
                return attribute.value().isBlank() ? null : attribute.value().strip();
            }
        }
        return null;
    }

    /** Sets an attribute without a prefix. */
    void set(String attributeName, String value) {
        remove(attributeName);
        attributes.add(new Attribute("", "", attributeName, value));
    }

    void remove(String attributeName) {
        attributes.removeIf(attribute ->
                attribute.name().equals(attributeName) && attribute.prefix().isEmpty());
    }

    Stream<XmlElement> children() {
        return parts.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Children of BPMN's namespace with that local name. */
    Stream<XmlElement> children(String bpmnName) {
        return children().filter(child -> child.is(bpmnName));
    }

    /** All text inside, that of inner elements too. */
    String text() {
        StringBuilder text = new StringBuilder();
        collectText(text);
        return text.toString().strip();
    }

    private void collectText(StringBuilder text) {
        for (XmlPart part : parts) {
            switch (part) {
                case XmlElement inner -> inner.collectText(text);
                case Text(String own) -> text.append(own);
                case Unparsed(String own) -> text.append(own);
                case Comment ignored -> {}
                case Instruction ignored -> {}
            }
        }
    }
}
