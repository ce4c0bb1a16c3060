package io.processflow.bpmn;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names BPMN 2.0 gives to what is drawn, and ours for what we add. */
final class Names {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    /** Of drafts of the standard; some tools wrote it for years. */
    private static final String BPMN_DRAFT = "http://schema.omg.org/spec/BPMN/2.0";

    static final String OURS = "urn:processflow:bpmn:1.0";

    static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway");

    static final Set<String> SUB_PROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");

    static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "implicitThrowEvent",
            "task",
            "userTask",
            "manualTask",
            "serviceTask",
            "scriptTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "callActivity",
            "callChoreography",
            "choreographyTask",
            "subChoreography",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway");

    private Names() {}

    static boolean isBpmn(String namespace) {
        return namespace.equals(BPMN) || namespace.equals(BPMN_DRAFT);
    }

    /** White space folded; null when nothing is left. */
    static @Nullable String folded(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String folded = text.strip().replaceAll("[\\s\\u00a0]+", " ");
        return folded.isEmpty() ? null : folded;
    }

    /** The name of a BPMN element in words: {@code businessRuleTask} is a "business rule task". */
    static String inWords(String bpmnName) {
        return bpmnName.replace("subProcess", "sub-process")
                .replace("SubProcess", " sub-process")
                .replace("adHoc ", "ad-hoc ")
                .replaceAll("([A-Z])", " $1")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
