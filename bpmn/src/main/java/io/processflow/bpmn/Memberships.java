package io.processflow.bpmn;

import io.processflow.engine.graph.ElementKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes who belongs to the challenges that nobody names: geometry decides once, from then on the members name the category
 * value of the frame (BPMN 2.0, 8.3.3), wherever it is moved.
 */
final class Memberships {

    private static final List<String> BEFORE =
            List.of("documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef");

    private final Drawing drawing;
    private final Challenges challenges;

    Memberships(Drawing drawing) {
        this.drawing = drawing;
        this.challenges = new Challenges(drawing);
    }

    /** Whether any was missing. */
    boolean write(DrawnProcess process) {
        Map<String, ElementKey> members = challenges.members(process);
        boolean written = false;
        for (DrawnGroup group : drawing.groups()) {
            List<DrawnNode> inside = process.nodes().stream()
                    .filter(node -> ElementKey.drawn(group.id()).equals(members.get(node.id())))
                    .toList();
            if (!inside.isEmpty() && inside.stream().noneMatch(node -> names(node, group))) {
                String value = group.categoryValue() == null ? newValue(group) : group.categoryValue();
                inside.forEach(node -> refer(node.xml(), value));
                written = true;
            }
        }
        return written;
    }

    private static boolean names(DrawnNode node, DrawnGroup group) {
        return group.categoryValue() != null && node.references().categories().contains(group.categoryValue());
    }

    private static void refer(XmlElement node, String value) {
        XmlElement reference = new XmlElement(node.prefix(), node.namespace(), "categoryValueRef", node.line());
        reference.parts().add(new XmlPart.Text(value));
        XmlElement last = node.children()
                .filter(child -> child.isBpmn() && BEFORE.contains(child.name()))
                .reduce((one, next) -> next)
                .orElse(null);
        node.parts().add(last == null ? 0 : node.parts().indexOf(last) + 1, reference);
    }

    /** A group without a category gets one of its own. */
    private String newValue(DrawnGroup group) {
        XmlElement root = drawing.root();
        Set<String> taken = new HashSet<>();
        all(root).map(element -> element.attribute("id")).forEach(taken::add);
        String value = free("CategoryValue_" + group.id(), taken);
        XmlElement category = new XmlElement(root.prefix(), root.namespace(), "category", root.line());
        category.set("id", free("Category_" + group.id(), taken));
        XmlElement named = new XmlElement(root.prefix(), root.namespace(), "categoryValue", root.line());
        named.set("id", value);
        category.parts().add(named);
        XmlElement diagram = root.children("BPMNDiagram").findFirst().orElse(null);
        root.parts().add(diagram == null ? root.parts().size() : root.parts().indexOf(diagram), category);
        all(root)
                .filter(element -> element.is("group") && group.id().equals(element.attribute("id")))
                .forEach(element -> element.set("categoryValueRef", value));
        return value;
    }

    private static String free(String wanted, Set<String> taken) {
        String id = wanted;
        while (!taken.add(id)) {
            id += "_";
        }
        return id;
    }

    private static Stream<XmlElement> all(XmlElement element) {
        return Stream.concat(Stream.of(element), element.children().flatMap(Memberships::all));
    }
}
