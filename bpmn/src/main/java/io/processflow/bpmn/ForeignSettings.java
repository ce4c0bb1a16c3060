package io.processflow.bpmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what other tools wrote into what is drawn: kept in the drawing, never used. */
final class ForeignSettings {

    private static final Set<String> FORMS = Set.of(
            "formKey",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "formData",
            "formDefinition",
            "formProperty",
            "userTaskForm",
            "formHandlerClass");
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
    private static final Set<String> LISTENERS = Set.of(
            "executionListener",
            "executionListeners",
            "taskListener",
            "taskListeners",
            "eventListener",
            "onEntry-script",
            "onExit-script");
    private static final Set<String> MAPPINGS = Set.of("inputOutput", "ioMapping", "in", "out");
    private static final List<String> ENGINES =
            List.of("camunda", "activiti", "flowable", "operaton", "drools", "jbpm");

    private ForeignSettings() {}

    /** @param label what people call the element */
    static void note(Net net, XmlElement element, String id, String label) {
        Set<String> names = names(element);
        if (names.stream().anyMatch(FORMS::contains)) {
            net.find(FindingCode.N_FORM, id, "name", label);
        }
        if (names.stream().anyMatch(BINDINGS::contains) || element.attribute("operationRef") != null) {
            net.find(FindingCode.N_BINDING, id, "name", label);
        }
        if (names.stream().anyMatch(ForeignSettings::isHint)) {
            net.find(FindingCode.N_HINT, id, "name", label);
        }
        if (names.stream().anyMatch(LISTENERS::contains)) {
            net.find(FindingCode.S_SETTING, id, "name", label, "kind", "listeners");
        }
        if (names.stream().anyMatch(MAPPINGS::contains)) {
            net.find(FindingCode.S_SETTING, id, "name", label, "kind", "input and output mappings");
        }
    }

    /** Of the attributes and extension elements that belong to an engine. */
    private static Set<String> names(XmlElement element) {
        Stream<String> attributes = element.attributes().stream()
                .filter(attribute -> isEngine(attribute.namespace()))
                .map(XmlElement.Attribute::name);
        return Stream.concat(attributes, extensions(element).map(XmlElement::name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<XmlElement> extensions(XmlElement element) {
        return element.children("extensionElements")
                .flatMap(XmlElement::children)
                .filter(child -> isEngine(child.namespace()));
    }

    private static boolean isHint(String name) {
        return Stream.of(FORMS, BINDINGS, PEOPLE, LISTENERS, MAPPINGS).noneMatch(known -> known.contains(name));
    }

    private static boolean isEngine(String namespace) {
        return ENGINES.stream().anyMatch(namespace::contains);
    }

    /** Groups and people the step is meant for; expressions of other engines name nobody. */
    static List<String> candidates(DrawnNode node) {
        XmlElement element = node.xml();
        Stream<XmlElement.Attribute> settings = Stream.concat(
                element.attributes().stream(),
                extensions(element)
                        .filter(child -> child.name().equals("assignmentDefinition"))
                        .flatMap(child -> child.attributes().stream()
                                .map(own -> new XmlElement.Attribute("", child.namespace(), own.name(), own.value()))));
        Stream<String> written = settings.filter(setting -> isEngine(setting.namespace()))
                .filter(setting -> setting.name().equals("candidateGroups")
                        || setting.name().equals("assignee"))
                .map(XmlElement.Attribute::value);
        return Stream.concat(written, owners(element))
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !isExpression(name))
                .distinct()
                .toList();
    }

    /** As BPMN itself writes it; engines put people and groups there as {@code user(…), group(…)}. */
    private static Stream<String> owners(XmlElement element) {
        return Stream.of("potentialOwner", "humanPerformer", "performer")
                .flatMap(element::children)
                .flatMap(owner -> owner.children("resourceAssignmentExpression"))
                .map(XmlElement::text)
                .map(text -> text.replaceAll("\\b(?:user|group)\\(([^()]*)\\)", "$1"));
    }

    /** FEEL begins with an equals sign; a text in quotes there is a name after all, but a made-up one is worse than none. */
    private static boolean isExpression(String name) {
        return name.startsWith("=")
                || name.chars().anyMatch(c -> c == '{' || c == '$' || c == '#' || c == '(' || c == ')');
    }
}
