package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/**
 * Input that is no process model, or that nobody should read: the file as a whole is refused with one clear sentence.
 * What can be kept, although it can not run yet, is a {@link Finding} instead.
 */
public final class BpmnProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final @Nullable String elementId;
    private final @Nullable Integer line;

    BpmnProblem(String code, String message, @Nullable String elementId, @Nullable Integer line) {
        super(message);
        this.code = code;
        this.elementId = elementId;
        this.line = line;
    }

    BpmnProblem(String code, String message, XmlElement at) {
        this(code, message, at.attribute("id"), at.line());
    }

    /** Stable, in kebab case. */
    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public @Nullable String elementId() {
        return elementId;
    }

    /** The line in the file, where it is known. */
    public @Nullable Integer line() {
        return line;
    }
}
