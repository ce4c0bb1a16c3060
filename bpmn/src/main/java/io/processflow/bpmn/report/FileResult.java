package io.processflow.bpmn.report;

import io.processflow.bpmn.FindingCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one file.
 *
 * @param file as found, from the folder the report is about
 * @param processes how each behaves, in the order of the file; only of those that can be published
 * @param codes of the findings, each with how often it occurs; of a refused file the one of its refusal
 * @param blocking codes of the findings that keep it from being published, with their reason where one is told
 * @param reason in a sentence why it is refused or failed, or where what blocks it is; empty when it can be published
 */
record FileResult(
        String file,
        Result result,
        int processCount,
        List<Set<Behaviour>> processes,
        Map<String, Integer> codes,
        Set<String> blocking,
        String reason,
        long nanos) {

    boolean isWellFormed() {
        return !codes.containsKey("not-well-formed");
    }

    /** Whether a person stands in for nothing but steps a server could do. */
    boolean needsOnlyBinding() {
        return result == Result.WITH_STAND_INS
                && codes.keySet().stream()
                        .filter(code -> code.startsWith("S-"))
                        .allMatch(FindingCode.S_UNBOUND.code()::equals);
    }

    double milliseconds() {
        return nanos / 1e6;
    }
}
