package io.processflow.bpmn;

/** What stands between the tags of an {@link XmlElement}, in its order. */
sealed interface XmlPart permits XmlElement, XmlPart.Text, XmlPart.Unparsed, XmlPart.Comment, XmlPart.Instruction {

    record Text(String text) implements XmlPart {}

    /** A text written without escapes (CDATA). */
    record Unparsed(String text) implements XmlPart {}

    record Comment(String text) implements XmlPart {}

    record Instruction(String target, String data) implements XmlPart {}
}
