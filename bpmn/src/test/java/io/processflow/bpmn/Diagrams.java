package io.processflow.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The diagrams beside these tests. */
final class Diagrams {

    private Diagrams() {}

    static byte[] bytes(String name) {
        try (InputStream file = Diagrams.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("expected a diagram " + name + " beside the tests");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Drawing drawing(String name) {
        return BpmnReader.readDraft(bytes(name));
    }

    static Compilation compile(String name, CompileContext context) {
        return BpmnCompiler.compile(drawing(name), context);
    }
}
