package io.processflow.bpmn;

/**
 * Reads BPMN 2.0 files from any tool: any prefix, any common encoding, with or without a layout. What it returns is
 * what is drawn; whether that can run is for {@link BpmnCompiler} to say.
 */
public final class BpmnReader {

    private BpmnReader() {}

    /**
     * Reads a file that becomes a new model.
     *
     * @throws BpmnProblem when it is hostile, too large, or no process model at all
     */
    public static Drawing readImport(byte[] xml) {
        Drawing drawing = readDraft(xml);
        ImportChecks.check(drawing);
        return drawing;
    }

    /**
     * Reads a model's draft, which may be half drawn.
     *
     * @throws BpmnProblem when it is not well-formed, hostile or too large
     */
    public static Drawing readDraft(byte[] xml) {
        String text = XmlText.of(xml);
        XmlDocument document = XmlReader.read(text);
        DrawingReader reader = new DrawingReader(document.root());
        Drawing.Content content = reader.read();
        return new Drawing(content, document, reader.madeIds() ? XmlWriter.write(document) : text);
    }
}
