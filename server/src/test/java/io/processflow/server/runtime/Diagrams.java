package io.processflow.server.runtime;

/** Small drawings of the tests' own, without coordinates. */
public final class Diagrams {

    private Diagrams() {}

    /** A process from flow nodes and flows; the process's default role does what names no other. */
    public static String process(long roleId, String content) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:processflow="urn:processflow:bpmn:1.0" targetNamespace="urn:test">
                  <bpmn:process id="Process" name="Test">
                    <bpmn:extensionElements>%s</bpmn:extensionElements>
                    %s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(data("{\"assignedRole\": \"" + roleId + "\"}"), content);
    }

    public static String data(String json) {
        return "<processflow:data>" + json.replace("&", "&amp;").replace("<", "&lt;") + "</processflow:data>";
    }

    public static String node(String kind, String id, String json) {
        return "<bpmn:%s id=\"%s\" name=\"%s\"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:%s>"
                .formatted(kind, id, id, data(json), kind);
    }

    public static String node(String kind, String id) {
        return "<bpmn:%s id=\"%s\" name=\"%s\"/>".formatted(kind, id, id);
    }

    /** A way through several nodes. */
    public static String flow(String... way) {
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i + 1 < way.length; i++) {
            flows.append("<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                    .formatted(way[i], way[i + 1], way[i], way[i + 1]));
        }
        return flows.toString();
    }

    /** Start with the input "amount", a split into a step for people and a gateway that compares the amount with 1. */
    public static String waiting(long roleId) {
        return process(
                roleId,
                node("startEvent", "Start", "{\"outputs\": {\"inputVariableNames-0\": \"amount\"}}")
                        + node("parallelGateway", "Split")
                        + node("userTask", "Work")
                        + """
                          <bpmn:exclusiveGateway id="Decide" name="Decide" default="Decide_Less">
                            <bpmn:extensionElements>%s</bpmn:extensionElements>
                          </bpmn:exclusiveGateway>
                          <bpmn:sequenceFlow id="Decide_More" sourceRef="Decide" targetRef="More"/>
                          <bpmn:sequenceFlow id="Decide_Less" sourceRef="Decide" targetRef="Less"/>""".formatted(data("{\"value1\": \"{amount}\", \"comparison\": \">\", \"value2\": 1}"))
                        + node("endEvent", "End")
                        + node("endEvent", "More")
                        + node("endEvent", "Less")
                        + flow("Start", "Split", "Work", "End")
                        + flow("Split", "Decide"));
    }
}
