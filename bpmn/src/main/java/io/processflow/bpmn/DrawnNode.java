package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A drawn flow node.
 *
 * @param kind its name in BPMN, such as {@code userTask}
 * @param name white space folded; null when it has none
 * @param scope the id of the process or sub-process it lies in
 * @param data our data; empty when it has none
 */
record DrawnNode(
        String id,
        String kind,
        @Nullable String name,
        String scope,
        DrawnData data,
        References references,
        XmlElement xml) {

    /**
     * What a node refers to.
     *
     * @param defaultFlow its default flow
     * @param attachedTo for a boundary event: its activity
     * @param categories ids of the category values it is a member of
     */
    record References(
            @Nullable String defaultFlow, @Nullable String attachedTo, List<String> categories) {}

    /** Our data of a drawn element, or why it can not be read. */
    record DrawnData(
            boolean present, NodeData values, @Nullable String problem) {}

    private static final Set<String> TRIGGERS = Set.of(
            "messageEventDefinition",
            "timerEventDefinition",
            "conditionalEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "compensateEventDefinition",
            "cancelEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition");

    /** Its name, else what it is, for sentences. */
    String label() {
        return name == null ? Names.inWords(kind) : name;
    }

    /** The names of its event definitions, without their suffix: {@code message}, {@code timer} … */
    List<String> triggers() {
        List<String> own = xml.children()
                .filter(XmlElement::isBpmn)
                .map(XmlElement::name)
                .filter(TRIGGERS::contains)
                .toList();
        List<String> named = xml.children("eventDefinitionRef")
                .map(reference -> "messageEventDefinition")
                .toList();
        return Stream.concat(own.stream(), named.stream())
                .map(trigger -> trigger.substring(0, trigger.length() - "EventDefinition".length()))
                .distinct()
                .toList();
    }

    boolean isGateway() {
        return Names.GATEWAYS.contains(kind);
    }

    boolean isSubProcess() {
        return Names.SUB_PROCESSES.contains(kind);
    }

    boolean isActivity() {
        return kind.endsWith("ask") || kind.equals("callActivity") || isSubProcess();
    }

    boolean flag(String attribute, boolean otherwise) {
        String value = xml.attribute(attribute);
        return value == null ? otherwise : value.equals("true") || value.equals("1");
    }

    boolean isMultiple() {
        return xml.children("multiInstanceLoopCharacteristics").findAny().isPresent();
    }

    boolean isLoop() {
        return xml.children("standardLoopCharacteristics").findAny().isPresent();
    }
}
