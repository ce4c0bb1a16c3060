package io.processflow.bpmn;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The draft of one process of an imported file.
 *
 * @param name of the model: its pool's, else its own, else the file's; white space folded
 * @param processId the id of its process in the drawing
 * @param xml the drawing, as a text whose declaration (if any) says UTF-8
 * @param findings what was done to the file to get it
 */
public record ProcessDraft(String name, String processId, String xml, List<Finding> findings) {

    public byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
