package io.processflow.engine.graph;

/** A list of elements that is no graph: a bug of whoever made it, for drawings are checked before. */
public final class GraphProblem extends RuntimeException {

    private final ElementKey element;

    GraphProblem(ElementKey element, String message) {
        super("element " + element.bpmnId() + " (part " + element.part() + "): " + message);
        this.element = element;
    }

    public ElementKey element() {
        return element;
    }
}
