package io.processflow.bpmn;

/** How large a drawing may be. */
final class Limits {

    static final int BYTES = 5 * 1024 * 1024;
    static final int NODES_AND_FLOWS = 5_000;
    static final int DEPTH = 200;
    static final int ID_LENGTH = 255;
    /** Of one XML element; the largest seen in real files has about 40. */
    static final int ATTRIBUTES = 1_000;

    private Limits() {}
}
