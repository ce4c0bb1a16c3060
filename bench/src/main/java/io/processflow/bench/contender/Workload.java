package io.processflow.bench.contender;

import io.processflow.engine.value.Value;
import java.util.Map;

/** What is run, with the rows that one instance of it leaves in the product's tables. */
public enum Workload {
    /** Start with one input, a gateway on it, end. */
    W1(1, 3, 1, """
            <startEvent id="Start">@{"outputs": {"inputVariableNames-0": "amount"}}@</startEvent>
            <exclusiveGateway id="Decide" default="less">@{"value1": "{amount}", "comparison": ">", "value2": 1}@</exclusiveGateway>
            <endEvent id="More"/>
            <endEvent id="Less"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Decide"/>
            <sequenceFlow id="more" sourceRef="Decide" targetRef="More">?amount > 1?</sequenceFlow>
            <sequenceFlow id="less" sourceRef="Decide" targetRef="Less"/>"""),

    /** Start with one input, a step for people, a gateway on its output, another step for people, end. */
    W2(3, 5, 3, """
            <startEvent id="Start">@{"outputs": {"inputVariableNames-0": "amount"}}@</startEvent>
            <userTask id="A" name="A">@{"activityType": "Text input", "outputs": {"userInputVariableName": "a"}}@</userTask>
            <exclusiveGateway id="Decide" default="no">@{"value1": "{a}", "comparison": "==", "value2": "yes"}@</exclusiveGateway>
            <userTask id="B" name="B">@{"activityType": "Text input", "outputs": {"userInputVariableName": "b"}}@</userTask>
            <endEvent id="End"/>
            <endEvent id="Refused"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/>
            <sequenceFlow id="f2" sourceRef="A" targetRef="Decide"/>
            <sequenceFlow id="yes" sourceRef="Decide" targetRef="B">?a == 'yes'?</sequenceFlow>
            <sequenceFlow id="no" sourceRef="Decide" targetRef="Refused"/>
            <sequenceFlow id="f3" sourceRef="B" targetRef="End"/>"""),

    /** Start, split, two steps for people, join, end. */
    W3(3, 6, 0, """
            <startEvent id="Start"/>
            <parallelGateway id="Split"/>
            <userTask id="A" name="A">@{"activityType": "Info"}@</userTask>
            <userTask id="B" name="B">@{"activityType": "Info"}@</userTask>
            <parallelGateway id="Join"/>
            <endEvent id="End"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Split"/>
            <sequenceFlow id="f2" sourceRef="Split" targetRef="A"/>
            <sequenceFlow id="f3" sourceRef="Split" targetRef="B"/>
            <sequenceFlow id="f4" sourceRef="A" targetRef="Join"/>
            <sequenceFlow id="f5" sourceRef="B" targetRef="Join"/>
            <sequenceFlow id="f6" sourceRef="Join" targetRef="End"/>""");

    private static final String NAMESPACES = """
            xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:processflow="urn:processflow:bpmn:1.0" targetNamespace="urn:bench\"""";

    final int commands;
    final int visits;
    final int variables;
    private final String drawing;

    Workload(int commands, int visits, int variables, String drawing) {
        this.commands = commands;
        this.visits = visits;
        this.variables = variables;
        this.drawing = drawing;
    }

    /** The drawing with the product's own options. */
    String ownXml() {
        return document(drawing.replaceAll(
                        "@(.*)@", "<extensionElements><processflow:data>$1</processflow:data></extensionElements>")
                .replaceAll("\\?.*\\?", ""));
    }

    /** The same drawing with conditions as the other engines read them. */
    String plainXml() {
        return document(
                drawing.replaceAll("@.*@", "")
                        .replaceAll(
                                "\\?(.*)\\?",
                                "<conditionExpression xsi:type=\"tFormalExpression\"><![CDATA[\\${$1}]]></conditionExpression>"));
    }

    private String document(String content) {
        return "<definitions %s>%n<process id=\"%s\" name=\"%s\" isExecutable=\"true\">%n%s%n</process>%n</definitions>"
                .formatted(NAMESPACES, name(), name(), content);
    }

    Map<String, Object> inputs() {
        return this == W3 ? Map.of() : Map.of("amount", 10);
    }

    Map<String, Value> ownInputs() {
        return this == W3 ? Map.of() : Map.of("amount", Value.Number.of(10));
    }

    /** What the step writes, by its id in the drawing. */
    Map<String, Object> answer(String step) {
        return this == W3 ? Map.of() : Map.of(variable(step), "yes");
    }

    Map<String, Value> ownAnswer(String step) {
        return this == W3 ? Map.of() : Map.of(variable(step), Value.text("yes"));
    }

    private static String variable(String step) {
        return step.equals("A") ? "a" : "b";
    }
}
