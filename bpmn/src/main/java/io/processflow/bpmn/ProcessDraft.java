package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
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

    /** The same draft in which that role does every step that nothing else gives to somebody. */
    public ProcessDraft withDefaultRole(long roleId) {
        Drawing copy = BpmnReader.readDraft(bytes());
        for (DrawnProcess process : copy.processes()) {
            if (process.id().equals(processId)) {
                DataWriter.put(process.xml(), NodeData.ASSIGNED_ROLE, String.valueOf(roleId));
            }
        }
        return new ProcessDraft(name, processId, XmlWriter.write(copy.document()), findings);
    }

    public byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
