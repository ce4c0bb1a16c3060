package io.processflow.bpmn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes what other tools wrote into a step: kept in the drawing, never used. */
final class ForeignSettings {

    private static final Set<String> FORMS =
            Set.of("formKey", "formRef", "formData", "formDefinition", "formProperty", "userTaskForm");
    private static final Set<String> BINDINGS = Set.of(
            "class",
            "delegateExpression",
            "expression",
            "topic",
            "type",
            "taskDefinition",
            "decisionRef",
            "calledDecision",
            "connector",
            "operationRef");
    private static final Set<String> PEOPLE =
            Set.of("assignee", "candidateGroups", "candidateUsers", "assignmentDefinition", "potentialOwner");
    private static final List<String> ENGINES =
            List.of("camunda", "activiti", "flowable", "operaton", "drools", "jbpm");

    private ForeignSettings() {}

    static void note(Net net, DrawnNode node) {
        Set<String> names = Stream.concat(
                        node.xml().attributes().stream()
                                .filter(attribute -> isEngine(attribute.namespace()))
                                .map(XmlElement.Attribute::name),
                        node.xml()
                                .children("extensionElements")
                                .flatMap(XmlElement::children)
                                .filter(child -> isEngine(child.namespace()))
                                .map(XmlElement::name))
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
        if (names.stream().anyMatch(FORMS::contains)) {
            net.find(FindingCode.N_FORM, node.id(), "name", node.label());
        }
        if (names.stream().anyMatch(BINDINGS::contains) || node.xml().attribute("operationRef") != null) {
            net.find(FindingCode.N_BINDING, node.id(), "name", node.label());
        }
        if (names.stream().anyMatch(ForeignSettings::isHint)) {
            net.find(FindingCode.N_HINT, node.id(), "name", node.label());
        }
    }

    private static boolean isHint(String name) {
        return !FORMS.contains(name) && !BINDINGS.contains(name) && !PEOPLE.contains(name);
    }

    private static boolean isEngine(String namespace) {
        return ENGINES.stream().anyMatch(namespace::contains);
    }

    /** Groups and people the step is meant for; expressions of other engines name nobody. */
    static List<String> candidates(DrawnNode node) {
        return node.xml().attributes().stream()
                .filter(attribute -> isEngine(attribute.namespace()))
                .filter(attribute -> attribute.name().equals("candidateGroups")
                        || attribute.name().equals("assignee"))
                .flatMap(attribute -> Stream.of(attribute.value().split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.chars().noneMatch(c -> c == '{' || c == '$' || c == '#'))
                .distinct()
                .toList();
    }
}
