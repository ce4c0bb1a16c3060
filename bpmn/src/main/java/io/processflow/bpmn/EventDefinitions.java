package io.processflow.bpmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What events are triggered by: definitions of their own, or those of the file they refer to. */
final class EventDefinitions {

    private static final String SUFFIX = "EventDefinition";
    private static final Set<String> KNOWN = Set.of(
            "messageEventDefinition",
            "timerEventDefinition",
            "conditionalEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "compensateEventDefinition",
            "cancelEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition");

    private final Map<String, String> shared = new HashMap<>();
    private final Ids ids;

    EventDefinitions(List<XmlElement> definitions, Ids ids) {
        this.ids = ids;
        for (XmlElement definition : definitions) {
            String id = definition.attribute("id");
            if (id != null && KNOWN.contains(definition.name())) {
                shared.put(id, definition.name());
            }
        }
    }

    /** Without their suffix, in the order of the file: {@code message}, {@code timer} … */
    List<String> triggers(XmlElement event) {
        Stream<String> own = event.children()
                .filter(XmlElement::isBpmn)
                .map(XmlElement::name)
                .filter(KNOWN::contains);
        // One that is nowhere defined is still waited for.
        Stream<String> referred = event.children("eventDefinitionRef")
                .map(reference -> shared.getOrDefault(ids.target(reference.text()), "messageEventDefinition"));
        return Stream.concat(own, referred)
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .distinct()
                .toList();
    }
}
