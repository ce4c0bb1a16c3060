package io.processflow.bpmn;

/** How much a {@link Finding} matters: an error blocks publishing, a stand-in has to be confirmed. */
public enum Severity {
    INFO("info"),
    STAND_IN("stand-in"),
    WARNING("warning"),
    ERROR("error");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** As written in the API. */
    public String text() {
        return text;
    }
}
