package io.processflow.bpmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where things are drawn. */
final class Shapes {

    private Shapes() {}

    /** Bounds by the id of the element that is drawn there. */
    static Map<String, Shape> of(XmlElement root, Ids ids) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        root.children()
                .filter(child -> child.name().equals("BPMNDiagram"))
                .flatMap(XmlElement::children)
                .filter(child -> child.name().equals("BPMNPlane"))
                .flatMap(XmlElement::children)
                .filter(child -> child.name().equals("BPMNShape"))
                .forEach(shape -> {
                    String element = ids.reference(shape.attribute("bpmnElement"));
                    Shape bounds = shape.children()
                            .filter(child -> child.name().equals("Bounds"))
                            .findFirst()
                            .map(Shapes::bounds)
                            .orElse(null);
                    if (element != null && bounds != null) {
                        shapes.putIfAbsent(element, bounds);
                    }
                });
        return Collections.unmodifiableMap(shapes);
    }

    private static @Nullable Shape bounds(XmlElement bounds) {
        try {
            Shape shape = new Shape(
                    number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
            return Double.isFinite(shape.x() + shape.y() + shape.width() + shape.height()) ? shape : null;
        } catch (NumberFormatException e) {
            // A shape nobody can place is a shape without a place; the client lays it out.
            return null;
        }
    }

    private static double number(XmlElement bounds, String attribute) {
        String text = bounds.attribute(attribute);
        return text == null ? 0 : Double.parseDouble(text);
    }
}
