package io.processflow.server.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn in a process, read with nothing of the product: flows, and elements that only a person can stand in for. */
final class SampleDrawing {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Set<String> NEEDS_A_PERSON = Set.of(
            "serviceTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "transaction",
            "adHocSubProcess",
            "eventBasedGateway",
            "boundaryEvent");

    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent");

    private final List<Element> elements;

    private SampleDrawing(List<Element> elements) {
        this.elements = elements;
    }

    static SampleDrawing read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            NodeList all = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                    .getElementsByTagNameNS(BPMN, "*");
            return new SampleDrawing(elements(all).toList());
        } catch (Exception unreadable) {
            throw new AssertionError("expected a drawing, but got " + xml, unreadable);
        }
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The flows that some run passes: all but those beside a condition that is always true. */
    List<String> flows() {
        Set<String> never = all("conditionExpression")
                .filter(condition -> condition.getTextContent().strip().equals("true"))
                .map(condition -> ((Element) condition.getParentNode()).getAttribute("sourceRef"))
                .flatMap(source -> elements.stream()
                        .filter(element -> element.getAttribute("id").equals(source))
                        .map(element -> element.getAttribute("default")))
                .collect(Collectors.toSet());
        return all("sequenceFlow")
                .map(flow -> flow.getAttribute("id"))
                .filter(flow -> !never.contains(flow))
                .toList();
    }

    /**
     * The elements the engine has no automatic way for and that are no step of a person as drawn; for an event at the
     * border of an activity it is the activity.
     */
    Set<String> standIns() {
        return elements.stream()
                .filter(element -> NEEDS_A_PERSON.contains(element.getLocalName()) || triggered(element))
                .map(element -> element.getAttribute(element.hasAttribute("attachedToRef") ? "attachedToRef" : "id"))
                .collect(Collectors.toSet());
    }

    private Stream<Element> all(String name) {
        return elements.stream().filter(element -> element.getLocalName().equals(name));
    }

    private static boolean triggered(Element element) {
        return EVENTS.contains(element.getLocalName())
                && elements(element.getChildNodes())
                        .anyMatch(child -> child.getLocalName().endsWith("EventDefinition"));
    }
}
