package io.processflow.bpmn;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes our data of a drawn element. */
final class DataWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataWriter() {}

    /** Sets one text member of the element's data, all others stay. Data that can not be read is replaced. */
    static void put(XmlElement element, String name, String value) {
        DrawnNode.DrawnData known = DataReader.of(element);
        XmlElement extensions = extensions(element);
        Optional<XmlElement> written = extensions
                .children()
                .filter(child ->
                        child.name().equals("data") && child.namespace().equals(Names.OURS))
                .findFirst();
        XmlElement data = written.orElseGet(() -> newData(extensions));
        ObjectNode members = known.present() && known.problem() == null
                ? (ObjectNode) JSON.readTree(data.text())
                : JSON.createObjectNode();
        members.put(name, value);
        data.parts().clear();
        data.parts().add(new XmlPart.Text(JSON.writeValueAsString(members)));
    }

    private static XmlElement extensions(XmlElement element) {
        return element.children("extensionElements").findFirst().orElseGet(() -> {
            XmlElement made =
                    new XmlElement(element.prefix(), element.namespace(), "extensionElements", element.line());
            // BPMN wants documentation first, then extensions, then all else.
            List<XmlElement> documentation = element.children("documentation").toList();
            int place = documentation.isEmpty() ? 0 : element.parts().indexOf(documentation.getLast()) + 1;
            element.parts().add(place, made);
            return made;
        });
    }

    private static XmlElement newData(XmlElement extensions) {
        XmlElement made = new XmlElement("processflow", Names.OURS, "data", extensions.line());
        made.declarations().add(new XmlElement.Declaration("processflow", Names.OURS));
        extensions.parts().add(made);
        return made;
    }
}
