package io.processflow.bpmn;

/** The diagram of a newly created model: its start is placed, all else is to be drawn. */
public final class EmptyDrawing {

    private EmptyDrawing() {}

    public static String xml(String name) {
        String title = Names.folded(name) == null ? "" : name.strip();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:processflow="urn:processflow:bpmn:1.0" id="Definitions_1" targetNamespace="urn:processflow:models">
                  <bpmn:process id="Process_1"%s isExecutable="true">
                    <bpmn:startEvent id="StartEvent_1" />
                  </bpmn:process>
                  <bpmndi:BPMNDiagram id="BPMNDiagram_1">
                    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Process_1">
                      <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1">
                        <dc:Bounds x="180" y="160" width="36" height="36" />
                      </bpmndi:BPMNShape>
                    </bpmndi:BPMNPlane>
                  </bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(title.isEmpty() ? "" : " name=\"" + XmlWriter.attributeText(title) + "\"");
    }
}
