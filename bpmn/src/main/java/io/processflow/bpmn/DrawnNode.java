package io.processflow.bpmn;

import io.processflow.engine.graph.NodeData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawn flow node.
 *
 * @param kind its name in BPMN, such as {@code userTask}
 * @param name white space folded; null when it has none
 * @param scope the id of the process or sub-process it lies in
 * @param data our data; empty when it has none
 * @param triggers the names of its event definitions, without their suffix: {@code message}, {@code timer} …
 */
record DrawnNode(
        String id,
        String kind,
        @Nullable String name,
        String scope,
        DrawnData data,
        References references,
        List<String> triggers,
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

    /** Its name, else what it is, for sentences. */
    String label() {
        return name == null ? Names.inWords(kind) : name;
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

    /** Whether it takes or gives several tokens at once (BPMN 2.0, 10.3: start and completion quantity). */
    boolean hasQuantity() {
        return isQuantity(xml.attribute("startQuantity")) || isQuantity(xml.attribute("completionQuantity"));
    }

    private static boolean isQuantity(@Nullable String written) {
        return written != null && !written.equals("1");
    }

    /**
     * Whether it is outside of the flow: what handles events or compensations.
     */
    boolean isOutsideOfFlow() {
        return flag("triggeredByEvent", false)
                || flag("isForCompensation", false)
                || kind.equals("boundaryEvent") && triggers.contains("compensate");
    }
}
