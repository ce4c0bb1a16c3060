package io.processflow.bpmn;

/** Writes a tree of {@link XmlElement}s as it was read, in UTF-8, in the order it was read. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder();

    static String write(XmlDocument document) {
        XmlWriter writer = new XmlWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"");
        if (document.standalone() != null) {
            writer.attribute("standalone", document.standalone() ? "yes" : "no");
        }
        writer.out.append("?>\n");
        document.before().forEach(writer::line);
        writer.line(document.root());
        document.after().forEach(writer::line);
        return writer.out.toString();
    }

    private void line(XmlPart part) {
        part(part);
        out.append('\n');
    }

    /** A text as it stands between the quotes of an attribute; characters XML can not hold are left out. */
    static String attributeText(String text) {
        XmlWriter writer = new XmlWriter();
        writer.escape(
                text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", ""), true);
        return writer.out.toString();
    }

    private void element(XmlElement element) {
        String name = qualified(element.prefix(), element.name());
        out.append('<').append(name);
        for (XmlElement.Declaration declaration : element.declarations()) {
            attribute(
                    declaration.prefix().isEmpty() ? "xmlns" : "xmlns:" + declaration.prefix(),
                    declaration.namespace());
        }
        for (XmlElement.Attribute attribute : element.attributes()) {
            attribute(qualified(attribute.prefix(), attribute.name()), attribute.value());
        }
        if (element.parts().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        element.parts().forEach(this::part);
        out.append("</").append(name).append('>');
    }

    private void part(XmlPart part) {
        switch (part) {
            case XmlElement inner -> element(inner);
            case XmlPart.Text(String text) -> escape(text, false);
            case XmlPart.Unparsed(String text) ->
                out.append("<![CDATA[")
                        .append(text.replace("]]>", "]]]]><![CDATA[>"))
                        .append("]]>");
            case XmlPart.Comment(String text) -> out.append("<!--").append(text).append("-->");
            case XmlPart.Instruction(String target, String data) ->
                out.append("<?")
                        .append(target)
                        .append(data.isEmpty() ? "" : " ")
                        .append(data)
                        .append("?>");
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
