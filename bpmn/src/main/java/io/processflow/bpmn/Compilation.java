package io.processflow.bpmn;

import io.processflow.engine.graph.Element;
import java.util.List;
import java.util.Map;

/**
 * What a drawing compiles to. Elements are there as far as they can be made, whatever the findings say; only without a
 * finding of severity {@link Severity#ERROR} may they be published.
 *
 * @param elements in the order of the drawing's file
 * @param proposedRoles names of roles the drawing asks for and the team does not have
 * @param inputs names of the variables a start needs
 * @param shapes where things are drawn, by the id of the drawn element
 */
public record Compilation(
        List<Element> elements,
        List<Finding> findings,
        List<String> proposedRoles,
        List<String> inputs,
        Map<String, Shape> shapes) {

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
