package io.processflow.engine.graph;

/**
 * Names one element of the executable graph within a version of a process model: the drawn element it stands for, and
 * which of the elements made for it (0 is the drawn element itself, 1, 2, … what the compiler added for it).
 */
public record ElementKey(String bpmnId, int part) {

    public static ElementKey drawn(String bpmnId) {
        return new ElementKey(bpmnId, 0);
    }
}
